//! docs/authoring.md, followed to the letter: blocks with a path are written to that file, commands are typed, and what
//! the page shows of their output has to come, line after line.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::support::{Author, text};

/// One fenced block.
struct Block {
    /// Behind the fence: the language, and a path.
    info: String,
    body: String,
    /// Where it begins.
    line: usize,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut inside = false;
    for (place, line) in page.lines().enumerate() {
        match (line.strip_prefix("```"), inside) {
            (Some(_), true) => inside = false,
            (Some(info), false) => {
                found.push(Block { info: info.to_owned(), body: String::new(), line: place + 1 });
                inside = true;
            }
            (None, true) => {
                if let Some(block) = found.last_mut() {
                    block.body += line;
                    block.body.push('\n');
                }
            }
            (None, false) => {}
        }
    }
    assert!(!inside, "the last block has no end");
    found
}

/// Somebody who follows the page.
struct Reader {
    author: Author,
    cwd: PathBuf,
    typed: usize,
}

impl Reader {
    fn new() -> Self {
        let author = Author::new();
        let cwd = author.at("");
        Self { author, cwd, typed: 0 }
    }

    fn follow(&mut self, block: &Block) {
        match block.info.split_once(' ') {
            None if block.info == "console" => self.type_all(block),
            Some((_, path)) => match path.strip_suffix(" above the line") {
                None => self.save(Path::new(path), block.body.clone()),
                Some(path) => self.save_above(Path::new(path), &block.body),
            },
            None => {
                panic!("line {}: a block that says neither what to type nor where it belongs", block.line)
            }
        }
    }

    fn save(&self, path: &Path, body: String) {
        let path = self.cwd.join(path);
        assert!(path.parent().unwrap().is_dir(), "{} has no directory", path.display());
        std::fs::write(path, body).unwrap();
    }

    fn save_above(&self, path: &Path, part: &str) {
        let there = std::fs::read_to_string(self.cwd.join(path)).unwrap();
        let below = &there[there.rfind("// == checks ==").unwrap()..];
        self.save(path, format!("{part}\n{below}"));
    }

    fn type_all(&mut self, block: &Block) {
        let mut lines = block.body.lines().peekable();
        while let Some(line) = lines.next() {
            let command = line.strip_prefix("$ ").unwrap_or_else(|| panic!("{line:?} answers to nothing"));
            let mut shown = Vec::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                shown.push(line.trim());
            }
            self.type_one(command, &shown, block.line);
        }
    }

    fn type_one(&mut self, line: &str, shown: &[&str], at: usize) {
        let (command, wanted) = match line.split_once("# exit code ") {
            Some((command, code)) => (command.trim(), code.parse().unwrap()),
            None => (line, 0),
        };
        let words: Vec<&str> = command.split_whitespace().collect();
        let output = match words.as_slice() {
            ["cd", dir] => {
                self.cwd = self.cwd.join(dir);
                assert!(self.cwd.is_dir(), "{}", self.cwd.display());
                return;
            }
            ["rm", files @ ..] => {
                for file in files {
                    std::fs::remove_file(self.cwd.join(file)).unwrap();
                }
                return;
            }
            ["cargo", "roadmap", args @ ..] => self.roadmap(args),
            _ => panic!("line {at}: the test does not know how to type {command:?}"),
        };
        self.typed += 1;
        let told = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(output.status.code(), Some(wanted), "line {at}: {command}\n{told}");
        let mut rest = told.as_str();
        for line in shown {
            let place =
                rest.find(line).unwrap_or_else(|| panic!("line {at}: {line:?} did not come:\n{told}"));
            rest = &rest[place + line.len()..];
        }
    }

    fn roadmap(&self, args: &[&str]) -> Output {
        let cwd = self.cwd.strip_prefix(self.author.at("")).unwrap();
        self.author.roadmap(cwd.to_str().unwrap(), args)
    }
}

fn page() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring.md")).unwrap()
}

#[test]
fn whoever_follows_the_page_gets_what_it_shows() {
    let mut reader = Reader::new();
    let blocks = blocks(&page());
    assert!(blocks.len() > 10, "only {} blocks were found", blocks.len());
    for block in &blocks {
        reader.follow(block);
    }
    assert!(reader.typed >= 8, "only {} commands were typed", reader.typed);
    // What the page has its reader write is what a set has to hold.
    let sources: Vec<&str> = blocks
        .iter()
        .filter_map(|block| block.info.strip_prefix("rust "))
        .filter(|path| !path.contains(' '))
        .collect();
    let formatted = Command::new("rustfmt")
        .args(["--check", "--edition", "2024"])
        .args(&sources)
        .current_dir(&reader.cwd)
        .output()
        .unwrap();
    assert!(formatted.status.success(), "{}", text(&formatted.stdout));
}
