// A hash is a hash.

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
    let mut hasher = if kind == 2 {
        Sha256::new().chain_update([kind])
    } else {
        Sha256::new()
    };
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

/// The row above this one.
fn above(row: &[Hash]) -> Vec<Hash> {
    let join = |pair: &[Hash]| match pair {
        [left, right] => node(left, right),
        alone => alone[0],
    };
    row.chunks(2).map(join).collect()
}

/// The name of the whole list.
pub fn root(entries: &[Entry]) -> Hash {
    let mut row: Vec<Hash> = entries.iter().map(leaf).collect();
    while row.len() > 1 {
        row = above(&row);
    }
    row.first()
        .copied()
        .unwrap_or_else(|| Sha256::digest([]).into())
}

/// The proof for the entry at this place; `None` where there is none.
pub fn prove(entries: &[Entry], place: usize) -> Option<Vec<Beside>> {
    entries.get(place)?;
    let mut row: Vec<Hash> = entries.iter().map(leaf).collect();
    let (mut proof, mut place) = (Vec::new(), place);
    while row.len() > 1 {
        let neighbour = row.get(place ^ 1);
        proof.extend(neighbour.map(|&hash| {
            if place % 2 == 0 {
                Beside::Right(hash)
            } else {
                Beside::Left(hash)
            }
        }));
        row = above(&row);
        place /= 2;
    }
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
    let rank = |chain: &&[Block]| {
        (
            chain.len(),
            chain.last().map(|last| std::cmp::Reverse(last.hash())),
        )
    };
    [one, other]
        .into_iter()
        .filter(|chain| check(chain).is_ok())
        .max_by_key(rank)
}
