use coop::ledger::{Beside, Block, Entry, Hash, check, choose, holds, prove, root};
use kit::Rng;
use sha2::{Digest, Sha256};

fn entry(from: &str, to: &str, amount: u64) -> Entry {
    Entry {
        from: from.to_owned(),
        to: to.to_owned(),
        amount,
    }
}

fn drawn(rng: &mut Rng, count: usize) -> Vec<Entry> {
    (0..count)
        .map(|_| {
            let (from, to) = (rng.below(7), rng.below(7));
            Entry {
                from: rng.text(from),
                to: rng.text(to),
                amount: rng.bits(),
            }
        })
        .collect()
}

fn sha(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// The rule of the task, once more, and only for what these tests need.
fn leaf(entry: &Entry) -> Hash {
    sha(&[&[0], entry.bytes().as_slice()].concat())
}

fn node(left: Hash, right: Hash) -> Hash {
    sha(&[&[1], left.as_slice(), &right].concat())
}

fn chain(rng: &mut Rng, len: usize) -> Vec<Block> {
    let mut chain: Vec<Block> = Vec::new();
    for _ in 0..len {
        let count = rng.below(6);
        let entries = drawn(rng, count);
        chain.push(Block::after(chain.last(), entries).expect("such a chain is short"));
    }
    chain
}

#[test]
fn an_entry_is_written_with_its_lengths() {
    let bytes = entry("ada", "zoë", 258).bytes();
    let wanted = b"\0\0\0\x03ada\0\0\0\x04zo\xc3\xab\0\0\0\0\0\0\x01\x02";
    assert_eq!(
        bytes, wanted,
        "length + from + length + to + amount; lengths count bytes"
    );
    let long = entry(&"a".repeat(70_000), "b", 1).bytes();
    assert_eq!(
        long[..4],
        70_000_u32.to_be_bytes(),
        "a length has four bytes, the highest first"
    );
}

#[test]
fn different_entries_have_different_bytes() {
    let mut rng = Rng::salted("coop_1_ledger: entries");
    let names = rng.text(6);
    let cuts: Vec<usize> = names
        .char_indices()
        .map(|(at, _)| at)
        .chain([names.len()])
        .collect();
    let mut seen = std::collections::HashSet::new();
    for cut in cuts {
        let (from, to) = names.split_at(cut);
        assert!(
            seen.insert(entry(from, to, 7).bytes()),
            "the border between `from` and `to` is lost: two entries share the bytes that {from:?} and {to:?} have"
        );
    }
}

#[test]
fn the_root_of_no_entries_is_the_hash_of_nothing() {
    assert_eq!(root(&[]), sha(b""));
}

#[test]
fn rows_are_paired_from_the_left() {
    let mut rng = Rng::salted("coop_1_ledger: rows");
    let list = drawn(&mut rng, 7);
    let l: Vec<Hash> = list.iter().map(leaf).collect();
    let pair = |at: usize| node(l[at], l[at + 1]);
    assert_eq!(root(&list[..1]), l[0], "one leaf is the root itself");
    assert_eq!(root(&list[..2]), pair(0));
    assert_eq!(
        root(&list[..3]),
        node(pair(0), l[2]),
        "the third goes up as it is"
    );
    assert_eq!(root(&list[..4]), node(pair(0), pair(2)));
    assert_eq!(
        root(&list[..5]),
        node(node(pair(0), pair(2)), l[4]),
        "the fifth goes up twice"
    );
    assert_eq!(root(&list[..6]), node(node(pair(0), pair(2)), pair(4)));
    assert_eq!(
        root(&list),
        node(node(pair(0), pair(2)), node(pair(4), l[6]))
    );
}

#[test]
fn a_list_with_its_last_entry_twice_is_another_list() {
    let mut rng = Rng::salted("coop_1_ledger: odd");
    for count in [1, 3, 5, 7] {
        let list = drawn(&mut rng, count);
        let mut longer = list.clone();
        longer.push(list[count - 1].clone());
        assert_ne!(
            root(&list),
            root(&longer),
            "{count} entries, and the same with the last one paid twice, share a root: somebody can be paid twice"
        );
    }
}

#[test]
fn every_entry_can_be_proven() {
    let mut rng = Rng::salted("coop_1_ledger: proofs");
    for count in 1..=17 {
        let list = drawn(&mut rng, count);
        let root = root(&list);
        for (place, entry) in list.iter().enumerate() {
            let proof = prove(&list, place)
                .unwrap_or_else(|| panic!("entry {place} of {count} has a proof"));
            assert!(
                holds(root, entry, &proof),
                "the proof for entry {place} of {count} should hold"
            );
        }
        assert_eq!(
            prove(&list, count),
            None,
            "there is no entry {count} in a list of {count}"
        );
    }
    assert_eq!(prove(&[], 0), None);
}

#[test]
fn a_proof_is_as_long_as_the_way_up() {
    let list = drawn(&mut Rng::salted("coop_1_ledger: lengths"), 5);
    let l: Vec<Hash> = list.iter().map(leaf).collect();
    let quarter = node(node(l[0], l[1]), node(l[2], l[3]));
    assert_eq!(
        prove(&list, 4),
        Some(vec![Beside::Left(quarter)]),
        "alone in two rows: no neighbour there"
    );
    let wanted = [
        Beside::Left(l[0]),
        Beside::Right(node(l[2], l[3])),
        Beside::Right(l[4]),
    ];
    assert_eq!(prove(&list, 1).as_deref(), Some(wanted.as_slice()));
}

#[test]
fn what_was_tampered_with_is_not_proven() {
    let mut rng = Rng::salted("coop_1_ledger: tampering");
    for _ in 0..40 {
        let count = *rng.pick(&[4, 8, 16]);
        let list = drawn(&mut rng, count);
        let (place, root) = (rng.below(count), root(&list));
        let proof = prove(&list, place).expect("it is there");
        let mut other = list[place].clone();
        other.amount ^= 1 << rng.below(64);
        assert!(!holds(root, &other, &proof), "another amount");
        assert!(
            !holds(root, &list[place], &proof[1..]),
            "a proof that is too short"
        );
        let (mut flipped, at) = (proof.clone(), rng.below(proof.len()));
        flipped[at] = match proof[at] {
            Beside::Left(hash) => Beside::Right(hash),
            Beside::Right(hash) => Beside::Left(hash),
        };
        assert!(
            !holds(root, &list[place], &flipped),
            "a neighbour on the other side"
        );
        let mut wrong = root;
        wrong[rng.below(32)] ^= 1;
        assert!(!holds(wrong, &list[place], &proof), "another root");
    }
}

#[test]
fn an_inner_node_is_no_entry() {
    // The bytes of this entry are two times 32: those of an inner node, if nothing says which is which.
    let mut bytes = vec![0, 0, 0, 24];
    bytes.extend([b'x'; 24]);
    bytes.extend([0, 0, 0, 24]);
    bytes.extend([b'y'; 24]);
    bytes.extend(9_u64.to_be_bytes());
    let forged = entry(&"x".repeat(24), &"y".repeat(24), 9);
    assert_eq!(
        forged.bytes(),
        bytes,
        "length + from + length + to + amount"
    );
    let (left, right): (Hash, Hash) = (
        bytes[..32].try_into().expect("32"),
        bytes[32..].try_into().expect("32"),
    );
    let plain = sha(&bytes);
    assert!(
        !holds(node(left, right), &forged, &[]) && !holds(plain, &forged, &[]),
        "an inner node passes for an entry: the first byte has to say what was hashed"
    );
}

#[test]
fn a_block_is_named_by_all_that_is_in_it() {
    let mut rng = Rng::salted("coop_1_ledger: block");
    let list = drawn(&mut rng, 3);
    let first = Block::after(None, list.clone()).expect("the first block");
    assert_eq!(
        (first.height, first.parent, first.root),
        (0, [0; 32], root(&list))
    );
    let second = Block::after(Some(&first), Vec::new()).expect("the second block");
    let bytes = [
        [2].as_slice(),
        &1_u64.to_be_bytes(),
        &first.hash(),
        &sha(b""),
    ]
    .concat();
    assert_eq!(second.hash(), sha(&bytes));
    let last = Block {
        height: u64::MAX,
        ..second
    };
    assert_eq!(
        Block::after(Some(&last), Vec::new()),
        None,
        "there is no height behind the last one"
    );
}

#[test]
fn a_sound_chain_passes() {
    let mut rng = Rng::salted("coop_1_ledger: sound");
    for len in 0..6 {
        assert_eq!(check(&chain(&mut rng, len)), Ok(()));
    }
}

#[test]
fn tampering_is_found_where_it_happened() {
    let mut rng = Rng::salted("coop_1_ledger: found");
    for place in 0..5 {
        let sound = chain(&mut rng, 5);
        let mut added = sound.clone();
        added[place].entries.push(entry("eve", "eve", 1_000));
        assert_eq!(
            check(&added),
            Err(place),
            "an entry more, and the root does not belong to the entries"
        );
        let mut parent = sound.clone();
        parent[place].parent[rng.below(32)] ^= 1;
        assert_eq!(check(&parent), Err(place), "another parent");
        let mut height = sound.clone();
        height[place].height += 1;
        assert_eq!(check(&height), Err(place), "another height");
        // A new block in the place of an old one is sound in itself: the block behind it notices.
        let mut rewritten = sound.clone();
        let before = place.checked_sub(1).map(|before| &sound[before]);
        rewritten[place] = Block::after(before, vec![entry("eve", "eve", 1_000)]).expect("a block");
        let wanted = if place == 4 { Ok(()) } else { Err(place + 1) };
        assert_eq!(check(&rewritten), wanted, "block {place} was written anew");
    }
    assert_eq!(
        check(&chain(&mut rng, 5)[1..]),
        Err(0),
        "a chain begins with block 0"
    );
}

#[test]
fn heights_follow_one_another_at_the_end_of_numbers_too() {
    let first = Block {
        height: u64::MAX,
        ..Block::after(None, Vec::new()).expect("a block")
    };
    assert_eq!(check(&[first]), Err(0));
}

#[test]
fn the_longer_sound_chain_counts() {
    let mut rng = Rng::salted("coop_1_ledger: longer");
    let (short, long) = (chain(&mut rng, 3), chain(&mut rng, 4));
    assert_eq!(choose(&short, &long), Some(&long[..]));
    assert_eq!(choose(&long, &short), Some(&long[..]));
    let mut broken = long.clone();
    broken[1].entries.push(entry("eve", "eve", 1));
    assert_eq!(
        choose(&short, &broken),
        Some(&short[..]),
        "length is no merit of a chain that is not sound"
    );
    assert_eq!(
        choose(&broken, &short),
        Some(&short[..]),
        "length is no merit of a chain that is not sound"
    );
    assert_eq!(choose(&broken, &broken), None, "none of the two is sound");
}

#[test]
fn between_equals_the_smaller_hash_counts() {
    let mut rng = Rng::salted("coop_1_ledger: equals");
    for _ in 0..8 {
        let (one, other) = (chain(&mut rng, 3), chain(&mut rng, 3));
        let name = |chain: &[Block]| chain[2].hash();
        let wanted = if name(&one) < name(&other) {
            &one
        } else {
            &other
        };
        assert_eq!(choose(&one, &other), Some(&wanted[..]));
        assert_eq!(
            choose(&other, &one),
            Some(&wanted[..]),
            "whoever is asked, in whatever order, has to agree"
        );
    }
}

#[test]
fn hashes_are_compared_to_their_end() {
    let mut rng = Rng::salted("coop_1_ledger: alike");
    let mut by_first = std::collections::HashMap::new();
    // There are 256 first bytes, so two of so many chains share one.
    let (one, other) = (0..600)
        .find_map(|_| {
            let chain = chain(&mut rng, 2);
            let before = by_first.insert(chain[1].hash()[0], chain.clone());
            before
                .filter(|before| before[1].hash() != chain[1].hash())
                .map(|before| (before, chain))
        })
        .expect("two hashes that begin alike");
    let wanted = if one[1].hash() < other[1].hash() {
        &one
    } else {
        &other
    };
    for chosen in [choose(&one, &other), choose(&other, &one)] {
        assert_eq!(
            chosen,
            Some(&wanted[..]),
            "both hashes begin with the same byte, and one is smaller all the same"
        );
    }
}
