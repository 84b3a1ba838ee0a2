//! Markdown taken apart: headings, text, fenced blocks; and what the compiler says of a block.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// One fenced block.
pub struct Block {
    /// What stands behind the fence.
    pub info: String,
    pub code: String,
    /// The line of its fence.
    pub line: usize,
    /// The heading of level two above it.
    pub part: String,
    /// Whether only white space stands between this block and the one before it.
    pub follows: bool,
}

/// A text taken apart.
#[derive(Default)]
pub struct Text {
    pub blocks: Vec<Block>,
    /// Lines outside of blocks and comments, each with the heading of level two above it.
    pub lines: Vec<(String, String)>,
}

pub fn read(file: &str) -> Text {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let source = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut text = Text::default();
    let (mut part, mut follows, mut comment) = (String::new(), false, false);
    let mut lines = source.lines().enumerate();
    while let Some((place, line)) = lines.next() {
        let start = line.trim();
        if let Some(info) = start.strip_prefix("```") {
            let mut code = String::new();
            let mut closed = false;
            for (_, line) in lines.by_ref() {
                closed = line.trim() == "```";
                if closed {
                    break;
                }
                code.push_str(line);
                code.push('\n');
            }
            assert!(closed, "{file}, line {}: this block has no end", place + 1);
            let (info, line, part) = (info.trim().to_owned(), place + 1, part.clone());
            let block = Block {
                info,
                code,
                line,
                part,
                follows,
            };
            text.blocks.push(block);
            follows = true;
            continue;
        }
        comment |= start.starts_with("<!--");
        if comment {
            comment = !start.ends_with("-->");
            continue;
        }
        follows &= start.is_empty();
        if let Some(heading) = start.strip_prefix("## ") {
            heading.trim().clone_into(&mut part);
        }
        text.lines.push((part.clone(), line.to_owned()));
    }
    text
}

impl Text {
    /// The words of the text, headings left out; of one part, or of all.
    pub fn words(&self, part: Option<&str>) -> usize {
        let lines = self
            .lines
            .iter()
            .filter(|(of, _)| part.is_none_or(|part| of == part));
        let lines = lines
            .map(|(_, line)| line)
            .filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split_whitespace().count()).sum()
    }
}

impl Block {
    fn words(&self) -> Vec<&str> {
        self.info.split(',').map(str::trim).collect()
    }

    pub fn runs(&self) -> bool {
        self.words() == ["rust"]
    }

    pub fn is_output(&self) -> bool {
        self.info == "output"
    }

    /// The code with which it is to be refused.
    pub fn refused_with(&self) -> Option<&str> {
        match self.words().as_slice() {
            ["rust", "compile_fail", code] if is_code(code) => Some(*code),
            _ => None,
        }
    }

    /// As rustdoc does it: a `main` around statements, and `# ` hides a line.
    fn program(&self) -> String {
        let shown = |line: &str| match line.trim_start() {
            "#" => String::new(),
            hidden if hidden.starts_with("# ") => hidden[2..].to_owned(),
            _ => line.to_owned(),
        };
        let code: Vec<String> = self.code.lines().map(shown).collect();
        let code = code.join("\n");
        if code.contains("fn main()") {
            code
        } else {
            format!("fn main() {{\n{code}\n}}\n")
        }
    }

    /// Compiles it: the program, or the compiler's report.
    pub fn build(&self) -> Result<PathBuf, String> {
        let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join("blocks");
        std::fs::create_dir_all(&here).expect("a directory can be made");
        let source = here.join(format!("line_{}.rs", self.line));
        let program = source.with_extension(std::env::consts::EXE_EXTENSION);
        std::fs::write(&source, self.program()).expect("a file can be written");
        let said = Command::new(option_env!("RUSTC").unwrap_or("rustc"))
            .args([
                "--edition",
                "2024",
                "--color=never",
                "--cap-lints=allow",
                "-o",
            ])
            .args([&program, &source])
            .output()
            .expect("rustc can be started");
        if said.status.success() {
            Ok(program)
        } else {
            Err(shown(&said.stderr))
        }
    }

    /// Runs it: what it prints, or what went wrong.
    pub fn run(&self) -> Result<String, String> {
        let program = self.build()?;
        let Output {
            status,
            stdout,
            stderr,
        } = Command::new(program)
            .output()
            .expect("a program can be started");
        if status.success() {
            Ok(shown(&stdout))
        } else {
            Err(shown(&stderr))
        }
    }
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\r', "")
}

fn is_code(word: &str) -> bool {
    word.strip_prefix('E')
        .is_some_and(|number| number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The codes of the errors in a report.
pub fn codes(report: &str) -> Vec<&str> {
    let mut codes: Vec<&str> = report
        .lines()
        .filter_map(|line| line.strip_prefix("error["))
        .filter_map(|rest| rest.split(']').next())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
