//! What makes a set good: one function for each rule, and the mutation of solutions. What has to be judged is described
//! as a [`Trial`]; who judges it is handed in as a [`Bench`]. It must not run, draw or record anything by itself.

pub mod answers;
pub mod budgets;
pub mod coverage;
pub mod identity;
pub mod inputs;
pub mod layout;
pub mod leftovers;
pub mod licences;
pub mod links;
pub mod material;
pub mod mutants;
pub mod output;
pub mod parts;
pub mod probes;
pub mod review;
pub mod rules;
pub mod solution;
pub mod start;
pub mod table;
pub mod texts;
pub mod trivial;
pub mod words;

pub use material::{Answer, Material, Work};
pub use review::Wish;

use crate::check::Outcome;
use crate::check::package::Files;
use crate::curriculum::{CurriculumError, Exercise, ExerciseId};
use crate::message::Finding;
use crate::toolchain::Tool;

/// Who judges, and who knows how the packages of a set are put together.
pub trait Bench: Sync {
    /// The files with which a package starts.
    fn start_of(&self, exercise: &Exercise) -> Result<Files, CurriculumError>;

    /// The files of a package as its solution has them.
    fn reference_of(&self, exercise: &Exercise) -> Result<Files, CurriculumError>;

    /// Judges all of these, several at once; `done` is told of each as it ends. In the order of the trials; the
    /// outcomes of one trial are those of its runs, and an error is trouble of ours.
    fn judge(&self, trials: &[Trial<'_>], done: &(dyn Fn() + Sync)) -> Vec<Result<Vec<Outcome>, String>>;

    /// How much slower this machine is at the moment than one with nothing else to do: 1 or more.
    fn slowdown(&self) -> f64;

    /// Whether this tool is here.
    fn has(&self, tool: &Tool) -> bool;

    /// What a learner would be shown of this outcome.
    fn shown(&self, id: ExerciseId, outcome: &Outcome) -> String;
}

/// Reads the outcomes of a trial.
pub type Reading<'m> = Box<dyn Fn(&[Outcome]) -> Vec<Finding> + Send + Sync + 'm>;

/// One answer to judge for a rule.
pub struct Trial<'m> {
    /// Which exercise it is about.
    pub id: ExerciseId,
    /// The exercise as it is judged here: a rule may ask for other checks or profiles than the set does.
    pub exercise: Exercise,
    /// What stands in the learner's place.
    pub work: Work,
    /// What stands in the place of the set's own file, with other checks in it; none for the set's.
    pub ours: Option<String>,
    /// The salts of its runs, built once; none for a single run that may be remembered.
    pub salts: Vec<u64>,
    /// A tool that is hidden meanwhile.
    pub hides: Option<Tool>,
    /// What the rule makes of it.
    pub read: Reading<'m>,
}

impl<'m> Trial<'m> {
    /// An answer to the exercise as it is.
    #[must_use]
    pub fn new(material: &Material<'m>, work: Work, read: Reading<'m>) -> Self {
        Self {
            id: material.id,
            exercise: material.exercise.clone(),
            work,
            ours: None,
            salts: Vec::new(),
            hides: None,
            read,
        }
    }

    /// Whether this is the solution, judged as learners are.
    #[must_use]
    pub fn is_plain(&self, material: &Material<'_>) -> bool {
        self.work == material.solution
            && self.salts.is_empty()
            && self.exercise.checks == material.exercise.checks
    }
}
