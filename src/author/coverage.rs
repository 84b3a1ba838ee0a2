//! The plan that a set fulfils, line by line (R02): `docs/coverage.toml`. It must not know what the plan is about.

use serde::Deserialize;
use toml::Spanned;

use super::rules;
use crate::curriculum::Curriculum;
use crate::message::Finding;

/// Where it lies, beside `info.toml`.
pub const FILE: &str = "docs/coverage.toml";

#[derive(Deserialize)]
struct Coverage {
    lines: Vec<Spanned<Line>>,
}

#[derive(Deserialize)]
struct Line {
    #[serde(rename = "line")]
    words: String,
    topics: Vec<String>,
    note: Option<String>,
}

/// R02: each line of the plan leads to an exercise.
#[must_use]
pub fn lines(curriculum: &Curriculum, text: &str) -> Vec<Finding> {
    let has_some = |id: &String| {
        let place = curriculum.topics.iter().position(|topic| topic.id == *id);
        place.is_some_and(|place| curriculum.of_topic(place).next().is_some())
    };
    faults(text, &has_some)
}

fn faults(text: &str, has_some: &dyn Fn(&String) -> bool) -> Vec<Finding> {
    let finding = |start: Option<usize>, what: String, mend: &str| Finding {
        rule: "R02",
        weight: rules::weight("R02"),
        of: "coverage".to_owned(),
        file: FILE.into(),
        line: start.and_then(|start| text.get(..start)).map(|before| 1 + before.matches('\n').count()),
        what,
        mend: mend.to_owned(),
    };
    let coverage: Coverage = match toml::from_str(text) {
        Ok(coverage) => coverage,
        Err(error) => {
            let mend =
                "write `[[lines]]` with `part`, `line`, `topics`, and a `note` where there is no topic";
            return vec![finding(error.span().map(|span| span.start), error.message().to_owned(), mend)];
        }
    };
    let mut found = Vec::new();
    for spanned in &coverage.lines {
        let (at, line) = (Some(spanned.span().start), spanned.get_ref());
        let empty: Vec<&String> = line.topics.iter().filter(|id| !has_some(id)).collect();
        for topic in empty {
            let what = format!("`{}` leads to `{topic}`, which has no exercise", line.words);
            found.push(finding(at, what, "write one, or name the topic that has it"));
        }
        if line.topics.is_empty() && line.note.is_none() {
            let what = format!("`{}` leads to no exercise", line.words);
            found.push(finding(at, what, "name the topics, or say in a `note` why there are none"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_leads_nowhere_is_told_with_its_place() {
        let text = "[[lines]]\nline = \"Loops\"\ntopics = [\"loops\"]\n\n[[lines]]\nline = \"Kernels\"\ntopics = []\n\n\
                    [[lines]]\nline = \"Talks\"\ntopics = []\nnote = \"Nothing to run.\"\n";
        let told =
            |found: Vec<Finding>| -> Vec<_> { found.into_iter().map(|it| (it.line, it.what)).collect() };
        let kernels = (Some(5), "`Kernels` leads to no exercise".to_owned());
        assert_eq!(told(faults(text, &|id| id == "loops")), std::slice::from_ref(&kernels));
        let loops = (Some(1), "`Loops` leads to `loops`, which has no exercise".to_owned());
        assert_eq!(told(faults(text, &|_| false)), [loops, kernels]);
        assert_eq!(faults("lines = 3\n", &|_| true).len(), 1);
    }
}
