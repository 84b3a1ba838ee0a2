// A ledger
//
// Numbers below are written big-endian. `+` puts bytes behind bytes, `h` is SHA-256.
//
// * An entry is written as: length of `from` (4 bytes) + `from` + length of `to` (4 bytes) + `to` + amount (8 bytes).
// * The tree: a leaf is h(0 + entry), a node is h(1 + left + right), the first byte being the number 0 or 1. Each row
//   is paired from the left; what is left over at its end goes up as it is. The root of no entries is h of nothing.
// * A proof lists the neighbours on the way from the leaf to the root. `holds` answers whether this entry is in the
//   list with this root; no proof may hold for what is not an entry of it.
// * A block's hash is h(2 + height, 8 bytes + parent + root).
// * `check`: block 0 has height 0 and a parent of zeros, each other block the next height and the hash of the block
//   before, and the root belongs to the entries. The answer names the first block (its place) that is wrong.
// * `choose`: of two chains that are sound the longer one counts, of two equally long ones the one whose last block
//   has the smaller hash. A chain that is not sound never counts; if neither does, the answer is `None`.
//
// Read: Rust Cookbook, Hashing
// https://rust-lang-nursery.github.io/rust-cookbook/cryptography/hashing.html

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
        // TODO: Make sure that no two different entries have the same bytes.
        [
            self.from.as_bytes(),
            self.to.as_bytes(),
            &self.amount.to_be_bytes(),
        ]
        .concat()
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

/// The name of the whole list.
pub fn root(entries: &[Entry]) -> Hash {
    // TODO: Build the rows of the tree up to its root.
    hash(
        0,
        &[&entries.iter().flat_map(Entry::bytes).collect::<Vec<_>>()],
    )
}

/// The proof for the entry at this place; `None` where there is none.
pub fn prove(entries: &[Entry], place: usize) -> Option<Vec<Beside>> {
    // TODO: Collect the neighbours from row to row.
    entries.get(place).map(|_| Vec::new())
}

/// Whether the proof shows that the entry is in the list with this root.
pub fn holds(root: Hash, entry: &Entry, proof: &[Beside]) -> bool {
    todo!("{root:?} {entry:?} {proof:?}")
}

/// Whether the chain is sound; if not, the place of the first block that is wrong.
pub fn check(chain: &[Block]) -> Result<(), usize> {
    // TODO: Look at height, parent and root of each block.
    if chain.is_empty() { Ok(()) } else { Err(0) }
}

/// The chain that counts.
pub fn choose<'a>(one: &'a [Block], other: &'a [Block]) -> Option<&'a [Block]> {
    // TODO: Let only sound chains count, then their lengths, then their last blocks.
    Some(if one.len() > other.len() { one } else { other })
}
