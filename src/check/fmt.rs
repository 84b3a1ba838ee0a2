//! `fmt`: rustfmt has nothing to change in the learner's part. It must not look below the line.

use std::ffi::OsString;
use std::path::PathBuf;

use super::{Check, Context, Judgement, Step, Verdict};
use crate::curriculum::Exercise;
use crate::process::{Capture, CommandSpec, Exit, Finished};
use crate::toolchain::Tool;

/// Where the engine lays the learner's part alone, for the formatter.
pub const PART: &str = "part.rs";

/// What the formatter is given of the learner's part. In the file one empty line may stand before the line below which
/// the checks are, and rustfmt leaves it there; at the end of a file it would take it away.
#[must_use]
pub fn part(theirs: &str) -> &str {
    let ends = |end: &str| theirs.ends_with(&end.repeat(2)).then(|| &theirs[..theirs.len() - end.len()]);
    ends("\r\n").or_else(|| ends("\n")).unwrap_or(theirs)
}

/// The check word `fmt`.
pub struct Fmt;

impl Check for Fmt {
    fn name(&self) -> &'static str {
        "fmt"
    }

    fn passes_when(&self) -> &'static str {
        "rustfmt has nothing to change"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["fmt"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustfmt]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let Some(checked) = done.first() else {
            return Step::Run(vec![command(cx)]);
        };
        let seconds = cx.exercise.limits.build.as_secs();
        Step::Verdict(match checked.exit {
            Exit::Code(0) => Judgement::passed(),
            Exit::Cancelled => Judgement::of(Verdict::Cancelled, ""),
            Exit::TimedOut => Judgement::of(Verdict::TimedOut(seconds), "formatting took too long"),
            // In a workspace `cargo fmt` lays out every exercise, also the one whose table has to stay as it is.
            _ => Judgement::of(
                Verdict::Failed,
                match cx.package {
                    Some(_) => "rustfmt would lay it out differently; `cargo fmt` in its directory does it",
                    None => "rustfmt would lay it out differently; `rustfmt` on the file does it",
                },
            )
            .with_signatures(["fmt".to_owned()])
            .with_detail(difference(cx, checked)),
        })
    }
}

fn command(cx: &Context<'_>) -> CommandSpec {
    let program = cx.tools.path(&Tool::Rustfmt).unwrap_or_else(|| PathBuf::from("rustfmt"));
    let edition = cx.exercise.options.editions.first().map_or("2024", String::as_str);
    // The engine lays a rustfmt.toml beside the part, so that none of the user's own counts.
    let args = ["--check", "--color", "never", "--edition", edition];
    let (files, cwd): (Vec<OsString>, PathBuf) = match cx.package {
        None => (vec![PART.into()], cx.scratch.to_path_buf()),
        Some(package) => (package.sources().map(OsString::from).collect(), package.dir.clone()),
    };
    CommandSpec {
        program,
        args: args.iter().map(OsString::from).chain(files).collect(),
        env: cx.env.clone(),
        cwd,
        timeout: cx.exercise.limits.build,
        confine: None,
        capture: Capture::HeadAndTail(256 * 1024),
        bring: Vec::new(),
    }
}

/// rustfmt names the file it was given; the learner knows it under another name.
fn difference(cx: &Context<'_>, checked: &Finished) -> String {
    let part = match cx.package {
        None => cx.scratch.join(PART),
        Some(package) => package.dir.clone(),
    };
    let text = format!("{}{}", checked.stdout.text(), checked.stderr.text());
    text.replace(&part.display().to_string(), &cx.exercise.path.display().to_string()).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn one_empty_line_before_the_checks_is_not_the_formatters_affair() {
        assert_eq!(part("fn main() {}\n\n"), "fn main() {}\n");
        assert_eq!(part("fn main() {}\r\n\r\n"), "fn main() {}\r\n");
        assert_eq!(part("fn main() {}\n"), "fn main() {}\n");
        assert_eq!(part("fn main() {}\n\n\n"), "fn main() {}\n\n", "of two, `cargo fmt` takes one away");
        assert_eq!(part(""), "");
    }
}
