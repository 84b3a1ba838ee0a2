//! Rules for the steps of a project, which see all exercises of their topic. They must not look at other topics.

use super::At;
use crate::curriculum::{Exercise, Form, previous_step, project_of};

/// A step that carries on has one to carry on from, and both are packages.
pub(in crate::curriculum) fn in_order(exercises: &[Exercise], offsets: &[usize], at: &mut At<'_>) {
    for (exercise, &offset) in exercises.iter().zip(offsets) {
        let Some(number) = exercise.step.filter(|&number| exercise.carry && number > 0) else { continue };
        let name = &exercise.name;
        let place = offset..offset;
        if project_of(name, number).is_none() {
            let help = format!("name it PROJECT_{number}_WORDS, like the steps around it");
            at.say(place, format!("`{name}` does not say of which project it is step {number}"), help);
            continue;
        }
        match previous_step(exercises, exercise) {
            None => {
                let what = format!("`{name}` carries on from a step before it that is not in this topic");
                let help = match number {
                    1 => "leave `carry` out: the first step of a project has none before it".to_owned(),
                    _ => format!("add step {}, or leave `carry` out", number - 1),
                };
                at.say(place, what, help);
            }
            Some(previous) if exercise.form == Form::File || previous.form == Form::File => {
                let what =
                    format!("`{name}` and `{}` cannot carry code on: one of them is a file", previous.name);
                at.say(place, what, "make packages of both, or leave `carry` out");
            }
            Some(_) => {}
        }
    }
}
