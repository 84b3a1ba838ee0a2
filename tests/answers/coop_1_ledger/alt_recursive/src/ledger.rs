// The tree by halves: the left one is the largest full tree that leaves something over.

use sha2::{Digest, Sha256};

/// What SHA-256 makes of some bytes.
pub type Hash = [u8; 32];

/// Somebody pays something to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub from: String,
    pub to: String,
    pub amount: u64,
}

/// The neighbour of a node on its way to the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It stands to the left.
    Left(Hash),
    /// It stands to the right.
    Right(Hash),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub height: u64,
    pub parent: Hash,
    pub root: Hash,
    pub entries: Vec<Entry>,
}

fn hash(kind: u8, parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new().chain_update([kind]);
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}

impl Entry {
    /// The one way to write this entry down.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for name in [&self.from, &self.to] {
            let len = u32::try_from(name.len()).expect("a name is shorter than 4 GiB");
            bytes.extend(len.to_be_bytes());
            bytes.extend(name.as_bytes());
        }
        bytes.extend(self.amount.to_be_bytes());
        bytes
    }
}

impl Block {
    /// The block that follows this parent; no parent for the first one. `None` if the height has no successor.
    pub fn after(parent: Option<&Self>, entries: Vec<Entry>) -> Option<Self> {
        let (height, before) = match parent {
            Some(block) => (block.height.checked_add(1)?, block.hash()),
            None => (0, [0; 32]),
        };
        Some(Self {
            height,
            parent: before,
            root: root(&entries),
            entries,
        })
    }

    pub fn hash(&self) -> Hash {
        hash(2, &[&self.height.to_be_bytes(), &self.parent, &self.root])
    }
}

fn leaf(entry: &Entry) -> Hash {
    hash(0, &[&entry.bytes()])
}

fn node(left: &Hash, right: &Hash) -> Hash {
    hash(1, &[left, right])
}

/// How many entries the left half has: the largest power of two below `len`.
fn full(len: usize) -> usize {
    len.next_power_of_two() / 2
}

/// The name of the whole list.
pub fn root(entries: &[Entry]) -> Hash {
    match entries {
        [] => Sha256::digest([]).into(),
        [one] => leaf(one),
        more => {
            let (left, right) = more.split_at(full(more.len()));
            node(&root(left), &root(right))
        }
    }
}

/// The proof for the entry at this place; `None` where there is none.
pub fn prove(entries: &[Entry], place: usize) -> Option<Vec<Beside>> {
    if entries.len() < 2 {
        return entries.get(place).map(|_| Vec::new());
    }
    let (left, right) = entries.split_at(full(entries.len()));
    let (mut proof, beside) = match place.checked_sub(left.len()) {
        None => (prove(left, place)?, Beside::Right(root(right))),
        Some(place) => (prove(right, place)?, Beside::Left(root(left))),
    };
    proof.push(beside);
    Some(proof)
}

/// Whether the proof shows that the entry is in the list with this root.
pub fn holds(root: Hash, entry: &Entry, proof: &[Beside]) -> bool {
    let up = |below: Hash, beside: &Beside| match beside {
        Beside::Left(left) => node(left, &below),
        Beside::Right(right) => node(&below, right),
    };
    proof.iter().fold(leaf(entry), up) == root
}

/// Whether the chain is sound; if not, the place of the first block that is wrong.
pub fn check(chain: &[Block]) -> Result<(), usize> {
    let (mut height, mut parent) = (Some(0), [0; 32]);
    for (place, block) in chain.iter().enumerate() {
        if Some(block.height) != height
            || block.parent != parent
            || block.root != root(&block.entries)
        {
            return Err(place);
        }
        (height, parent) = (block.height.checked_add(1), block.hash());
    }
    Ok(())
}

/// The chain that counts.
pub fn choose<'a>(one: &'a [Block], other: &'a [Block]) -> Option<&'a [Block]> {
    match (check(one), check(other)) {
        (Ok(()), Ok(())) => {
            let longer = one.len().cmp(&other.len());
            let smaller = other
                .last()
                .map(Block::hash)
                .cmp(&one.last().map(Block::hash));
            Some(if longer.then(smaller).is_lt() {
                other
            } else {
                one
            })
        }
        (Ok(()), Err(_)) => Some(one),
        (Err(_), Ok(())) => Some(other),
        (Err(_), Err(_)) => None,
    }
}
