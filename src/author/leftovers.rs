//! The rule on texts that `new` wrote and nobody replaced (R36). It must not judge a text that somebody wrote.

use std::path::{Path, PathBuf};

use super::{Material, Work};
use crate::check::sheet::part_above_the_line;
use crate::curriculum::Form;
use crate::message::Finding;
use crate::scaffold::unwritten;

/// R36: nothing is left of what `new` wrote in place of the author's texts.
#[must_use]
pub fn written(material: &Material<'_>) -> Vec<Finding> {
    let exercise = material.exercise;
    let mut texts = work_texts(&material.start, &exercise.path);
    if exercise.form == Form::File {
        let above = part_above_the_line(&material.solution.text);
        texts.push((exercise.solution.clone(), above));
        let answers = material.answers.iter();
        texts.extend(answers.map(|answer| (answer.path.clone(), part_above_the_line(&answer.work.text))));
    } else {
        // What they share with the start has been told of.
        let differs = |work: &Work| {
            let files =
                work.files.iter().filter(|&(path, bytes)| material.start.files.get(path) != Some(bytes));
            Work {
                text: String::new(),
                files: files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect(),
            }
        };
        texts.extend(work_texts(&differs(&material.solution), &exercise.solution));
        let answers = material.answers.iter();
        texts.extend(answers.flat_map(|answer| work_texts(&differs(&answer.work), &answer.path)));
    }
    texts.extend(material.companions.iter().map(|(path, text)| (path.clone(), text.clone())));
    texts.push((material.topic.dir.join("README.md"), material.readme.clone()));
    let mut places: Vec<(PathBuf, usize)> = texts
        .iter()
        .flat_map(|(path, text)| unwritten(text).map(|line| (path.clone(), line)).collect::<Vec<_>>())
        .collect();
    places.extend(
        unwritten(&material.entry_text)
            .filter(|line| material.has_line(*line))
            .map(|line| (material.entry.clone(), line)),
    );
    let say = |(path, line): (PathBuf, usize)| {
        material.at(
            "R36",
            &path,
            Some(line),
            "a text is still to be written here",
            "write it in your own words",
        )
    };
    places.into_iter().map(say).collect()
}

/// The texts of a work, by where they lie in the set.
fn work_texts(work: &Work, path: &Path) -> Vec<(PathBuf, String)> {
    let files = work.files.iter();
    let files = files.map(|(inside, bytes)| (path.join(inside), String::from_utf8_lossy(bytes).into_owned()));
    let file = Some((path.to_path_buf(), work.text.clone())).filter(|(_, text)| !text.is_empty());
    file.into_iter().chain(files).collect()
}
