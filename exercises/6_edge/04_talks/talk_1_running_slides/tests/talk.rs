//! What is on the slides runs, what is shown is produced, and all of it can be read and said in time.

mod blocks;

use std::collections::BTreeSet;

use blocks::{Block, Piece, codes};

/// One slide: its titles, its notes in minutes, the number of words beside them, its blocks.
#[derive(Default)]
struct Slide {
    titles: Vec<String>,
    notes: Vec<Option<u32>>,
    /// Words of the notes.
    said: usize,
    words: usize,
    blocks: Vec<Block>,
}

impl Slide {
    fn name(&self) -> &str {
        self.titles
            .first()
            .map_or("a slide without a title", String::as_str)
    }
}

fn slides() -> Vec<Slide> {
    let mut slides = vec![Slide::default()];
    let mut in_note = false;
    for piece in blocks::read("slides.md") {
        let slide = slides.last_mut().expect("there is always one");
        match piece {
            Piece::Block(block) => slide.blocks.push(block),
            Piece::Line(line) if line.trim() == "---" => {
                slides.push(Slide::default());
                in_note = false;
            }
            Piece::Line(line) => match line.split_once("# ") {
                Some(("", title)) => slide.titles.push(title.trim().to_owned()),
                _ if line.starts_with("Note") => {
                    slide.notes.push(minutes(&line));
                    let said = line.split_once(':').map_or("", |parts| parts.1);
                    slide.said += said.split_whitespace().count();
                    in_note = true;
                }
                _ if in_note => slide.said += line.split_whitespace().count(),
                _ => slide.words += line.split_whitespace().count(),
            },
        }
    }
    slides
}

/// `Note (3 min): …`
fn minutes(line: &str) -> Option<u32> {
    let rest = line.strip_prefix("Note (")?;
    rest.split_once(" min):")?.0.parse().ok()
}

#[test]
fn each_slide_has_one_title_and_one_note() {
    for slide in slides() {
        assert!(
            slide.titles.len() == 1 && matches!(slide.notes.as_slice(), [Some(_)]),
            "\"{}\": a slide has one title, `# …`, and one note, `Note (3 min): …`; this one has {} and {:?}",
            slide.name(),
            slide.titles.len(),
            slide.notes
        );
    }
}

#[test]
fn the_notes_take_18_to_20_minutes() {
    let minutes: u32 = slides()
        .iter()
        .flat_map(|slide| &slide.notes)
        .flatten()
        .sum();
    for slide in slides() {
        let minutes: u32 = slide.notes.iter().flatten().sum();
        assert!(
            slide.said >= 3 * minutes as usize,
            "\"{}\": {} words are noted for {minutes} minutes; three for each minute are the least",
            slide.name(),
            slide.said
        );
    }
    assert!(
        (18..=20).contains(&minutes),
        "the notes add up to {minutes} minutes; 18 to 20 are wanted"
    );
}

#[test]
fn slides_have_few_words() {
    for slide in slides() {
        assert!(
            slide.words <= 40,
            "\"{}\" has {} words; 40 can be read while you speak",
            slide.name(),
            slide.words
        );
    }
}

#[test]
fn blocks_can_be_read_from_the_last_row() {
    for slide in slides() {
        let name = slide.name();
        let code = slide
            .blocks
            .iter()
            .filter(|block| !block.is_output())
            .count();
        assert!(code <= 1, "\"{name}\" has {code} programs; one at a time");
        for block in &slide.blocks {
            let lines = block.code.lines().count();
            assert!(lines <= 14, "\"{name}\": a block has {lines} lines, of 14");
            for line in block.code.lines() {
                let columns = line.chars().count();
                assert!(
                    columns <= 64,
                    "\"{name}\": {columns} columns, of 64, in `{line}`"
                );
            }
        }
    }
}

#[test]
fn every_block_can_be_judged() {
    for slide in slides() {
        for block in &slide.blocks {
            assert!(
                block.runs() || block.is_output() || block.refused_with().is_some(),
                "\"{}\": nobody knows whether a block marked `{}` works; `rust` runs, \
                 `rust,compile_fail,E0382` is refused, `output` is what was printed",
                slide.name(),
                block.info
            );
        }
    }
}

/// The programs of all slides, each with the name of its slide and with its output, if there is one.
fn programs() -> Vec<(String, Block, Option<Block>)> {
    let mut found = Vec::new();
    for slide in slides() {
        let name = slide.name().to_owned();
        let mut blocks = slide.blocks.into_iter().peekable();
        while let Some(block) = blocks.next() {
            if !block.is_output() {
                let output = blocks.next_if(|next| next.is_output() && next.follows);
                found.push((name.clone(), block, output));
            }
        }
    }
    found
}

#[test]
fn three_different_programs_run() {
    let programs = programs();
    let different: BTreeSet<&str> = programs
        .iter()
        .filter(|(_, block, _)| block.runs())
        .map(|(_, block, _)| block.code.trim())
        .collect();
    assert!(
        different.len() >= 3,
        "{} different programs run; three are wanted",
        different.len()
    );
}

#[test]
fn demos_run() {
    let programs = programs();
    let demos: Vec<_> = programs
        .iter()
        .filter(|(_, block, _)| block.runs())
        .collect();
    for (name, block, _) in demos {
        if let Err(said) = block.run() {
            panic!("the program on \"{name}\" fails:\n{said}");
        }
    }
}

#[test]
fn each_demo_has_its_output_at_hand() {
    for (name, block, output) in programs() {
        let Some(output) = output else {
            panic!(
                "\"{name}\": on the day on which nothing works you need the `output` on the slide"
            );
        };
        assert!(
            !output.code.trim().is_empty(),
            "\"{name}\": a program that prints nothing shows nothing"
        );
        if let (true, Ok(printed)) = (block.runs(), block.run()) {
            assert_eq!(
                output.code.trim_end(),
                printed.trim_end(),
                "\"{name}\": left is what the slide shows, right what the program prints"
            );
        }
    }
}

#[test]
fn errors_are_those_of_the_compiler() {
    let programs = programs();
    let refused: Vec<_> = programs
        .iter()
        .filter_map(|(name, block, output)| Some((name, block, block.refused_with()?, output)))
        .collect();
    assert!(
        !refused.is_empty(),
        "one slide shows what the compiler refuses, and names the code"
    );
    for (name, block, code, output) in refused {
        let Err(said) = block.build() else {
            panic!("the program on \"{name}\" should be refused, and it compiles");
        };
        assert_eq!(
            codes(&said),
            [code],
            "\"{name}\": left is what the compiler says:\n{said}"
        );
        let shown = output.as_ref().map_or("", |output| output.code.as_str());
        assert!(
            shown.contains(code),
            "\"{name}\": the report on the slide has the code in it"
        );
        for line in shown.lines().map(str::trim).filter(|line| !line.is_empty()) {
            assert!(
                said.lines().any(|said| said.trim().starts_with(line)),
                "\"{name}\": the compiler does not say `{line}`, but:\n{said}"
            );
        }
    }
}
