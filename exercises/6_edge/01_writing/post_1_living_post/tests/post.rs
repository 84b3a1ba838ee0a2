//! What `post.md` promises is done: its code runs, what is refused is refused for the reason named.

mod blocks;

use blocks::{Block, Text, codes};

fn post() -> Text {
    blocks::read("post.md")
}

/// What follows the block at this place, if it is an output.
fn output_of(blocks: &[Block], place: usize) -> Option<&Block> {
    blocks
        .get(place + 1)
        .filter(|next| next.is_output() && next.follows)
}

#[test]
fn claim_evidence_and_limits_come_in_this_order() {
    let post = post();
    let mut parts: Vec<&str> = post.lines.iter().map(|(part, _)| part.as_str()).collect();
    parts.dedup();
    parts.retain(|part| ["Claim", "Evidence", "Limits"].contains(part));
    assert_eq!(
        parts,
        ["Claim", "Evidence", "Limits"],
        "these parts, in this order"
    );
    for part in parts {
        let words = post.words(Some(part));
        assert!(
            words >= 40,
            "`## {part}` has {words} words; with fewer than 40 it says too little"
        );
    }
}

#[test]
fn the_post_has_400_to_1800_words() {
    let words = post().words(None);
    assert!(
        (400..=1800).contains(&words),
        "the text has {words} words, code not counted"
    );
}

#[test]
fn a_link_leads_to_a_source() {
    let links = |line: &str| line.contains("](https://");
    assert!(
        post().lines.iter().any(|(_, line)| links(line)),
        "a reader who wants to know more, or does not believe you, needs `[somewhere](https://…)` to go"
    );
}

#[test]
fn every_block_can_be_judged() {
    for block in post().blocks {
        assert!(
            block.runs() || block.is_output() || block.refused_with().is_some(),
            "line {}: a block marked `{}` is a picture of code. `rust` runs, `rust,compile_fail,E0382` is \
             refused, `output` is what the block before it prints",
            block.line,
            block.info
        );
    }
}

#[test]
fn running_blocks_run() {
    let blocks = post().blocks;
    let running: Vec<&Block> = blocks.iter().filter(|block| block.runs()).collect();
    assert!(
        running.len() >= 3,
        "{} blocks run; three are wanted",
        running.len()
    );
    for block in running {
        if let Err(said) = block.run() {
            panic!(
                "the block at line {} does not do what the text says:\n{said}",
                block.line
            );
        }
    }
}

/// Whether a line of it, comments left out, is an assertion.
fn asserts(block: &Block) -> bool {
    let mut lines = block
        .code
        .lines()
        .map(|line| line.split("//").next().unwrap_or(""));
    lines.any(|line| {
        ["assert!(", "assert_eq!(", "assert_ne!("]
            .iter()
            .any(|call| line.contains(call))
    })
}

#[test]
fn running_blocks_prove_something() {
    let blocks = post().blocks;
    for (place, block) in blocks.iter().enumerate().filter(|(_, block)| block.runs()) {
        assert!(
            asserts(block) || output_of(&blocks, place).is_some(),
            "the block at line {} runs and shows nothing: let it assert what the text says, or print it and \
             put the `output` behind it",
            block.line
        );
    }
}

#[test]
fn outputs_are_what_the_block_before_prints() {
    let blocks = post().blocks;
    for (place, output) in blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.is_output())
    {
        let before = place.checked_sub(1).map(|before| &blocks[before]);
        let before = before.filter(|block| block.runs() && output.follows);
        let block = before
            .unwrap_or_else(|| panic!("line {}: no running block stands before this", output.line));
        if let Ok(printed) = block.run() {
            assert_eq!(
                output.code.trim_end(),
                printed.trim_end(),
                "line {}: left is what the post shows, right what the block prints",
                output.line
            );
        }
    }
}

#[test]
fn refused_blocks_are_refused_with_their_code() {
    let blocks = post().blocks;
    let refused: Vec<_> = blocks
        .iter()
        .filter_map(|block| Some((block, block.refused_with()?)))
        .collect();
    assert!(
        !refused.is_empty(),
        "one block shows what the compiler refuses, and names the code"
    );
    for (block, code) in refused {
        match block.build() {
            Ok(_) => panic!(
                "the block at line {} should be refused, and it compiles",
                block.line
            ),
            Err(said) => assert_eq!(
                codes(&said),
                [code],
                "line {}: left is what the compiler says, right what the post says:\n{said}",
                block.line
            ),
        }
    }
}

/// Numbers with two or more digits; thousands may be parted by `,` or `_`. Links are left out, and digits that belong to
/// a name: `u64`, `E0502`.
fn numbers(text: &str) -> Vec<String> {
    let outside: String = text
        .split("](")
        .enumerate()
        .map(|(place, piece)| {
            if place == 0 {
                piece
            } else {
                piece.split_once(')').map_or("", |it| it.1)
            }
        })
        .collect();
    let plain: String = outside
        .chars()
        .filter(|letter| !['_', ','].contains(letter))
        .collect();
    let words = plain.split(|letter: char| !letter.is_alphanumeric());
    words
        .map(|word| {
            word.chars()
                .take_while(char::is_ascii_digit)
                .collect::<String>()
        })
        .filter(|digits| digits.len() > 1)
        .collect()
}

#[test]
fn numbers_in_the_text_stand_in_a_block() {
    let post = post();
    let shown = post
        .blocks
        .iter()
        .filter(|block| block.runs() || block.is_output());
    let shown: Vec<String> = shown.flat_map(|block| numbers(&block.code)).collect();
    for (_, line) in &post.lines {
        for number in numbers(line) {
            assert!(
                shown.contains(&number),
                "where does {number} come from? No running block and no output has it: {line}"
            );
        }
    }
}
