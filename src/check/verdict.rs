//! What judging brings: verdicts, judgements, outcomes. Their words are those of the machine contract
//! (ARCHITECTURE.md) and nothing else. It must not decide anything.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Note};

/// A failure in one word that a set can declare: `E0382@14`, `test:name`, `clippy::needless_return@9` …
pub type Signature = String;

/// How one check ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is content.
    Passed,
    /// It is not, and the learner can mend it.
    Failed,
    /// The program or the build did not end within its limit, here in seconds.
    TimedOut(u64),
    /// The program wanted more memory than its limit, here in MiB.
    OutOfMemory(u64),
    /// The program was ended by a signal or ended itself oddly; the words name it.
    Crashed(String),
    /// Nobody waited for it any more.
    Cancelled,
    /// A tool is missing; never the learner's fault.
    Unavailable {
        /// The tool's name.
        tool: String,
        /// The command that installs it.
        install: String,
    },
}

/// The words of the machine contract for verdicts and outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// All content.
    Passed,
    /// Something is to be mended.
    Failed,
    /// A limit in time was met.
    TimedOut,
    /// A limit in memory was met.
    OutOfMemory,
    /// The program was ended by a signal.
    Crashed,
    /// Not waited for.
    Cancelled,
    /// A tool is missing (for a check).
    Unavailable,
    /// All that could be judged passed, and something could not be judged (for an exercise).
    Partial,
}

impl Word {
    /// As it is written in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::TimedOut => "timed_out",
            Self::OutOfMemory => "out_of_memory",
            Self::Crashed => "crashed",
            Self::Cancelled => "cancelled",
            Self::Unavailable => "unavailable",
            Self::Partial => "partial",
        }
    }
}

impl Verdict {
    /// The verdict's word.
    #[must_use]
    pub fn word(&self) -> Word {
        match self {
            Self::Passed => Word::Passed,
            Self::Failed => Word::Failed,
            Self::TimedOut(_) => Word::TimedOut,
            Self::OutOfMemory(_) => Word::OutOfMemory,
            Self::Crashed(_) => Word::Crashed,
            Self::Cancelled => Word::Cancelled,
            Self::Unavailable { .. } => Word::Unavailable,
        }
    }
}

/// A verdict and what led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// How it ended.
    pub verdict: Verdict,
    /// One sentence: why. Empty for a pass.
    pub reason: String,
    /// The full set of failures.
    pub signatures: BTreeSet<Signature>,
    /// What the compiler or the linter said, errors first.
    pub diagnostics: Vec<Diagnostic>,
    /// What is worth showing of the program's own words: the first failing test, or what it printed.
    pub detail: String,
    /// What the learner's program printed (capped), where it ran.
    pub output: String,
    /// Whether something weaker than the check's own tool judged (`miri?`).
    pub stand_in: bool,
    /// The learner's predictions, as far as they were judged; open ones are not among them.
    #[serde(default)]
    pub predicted: Vec<Predicted>,
}

/// One prediction, judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predicted {
    /// The number of the item.
    pub item: usize,
    /// How sure the learner was, in per cent.
    pub sure: Option<u8>,
    /// Whether it is so.
    pub right: bool,
}

impl Judgement {
    /// Nothing to say.
    #[must_use]
    pub fn passed() -> Self {
        Self::of(Verdict::Passed, "")
    }

    /// A verdict with its reason and nothing else yet.
    #[must_use]
    pub fn of(verdict: Verdict, reason: impl Into<String>) -> Self {
        Self {
            verdict,
            reason: reason.into(),
            signatures: BTreeSet::new(),
            diagnostics: Vec::new(),
            detail: String::new(),
            output: String::new(),
            stand_in: false,
            predicted: Vec::new(),
        }
    }

    /// The same with these failures.
    #[must_use]
    pub fn with_signatures(mut self, signatures: impl IntoIterator<Item = Signature>) -> Self {
        self.signatures.extend(signatures);
        self
    }

    /// The same with what the compiler said.
    #[must_use]
    pub fn with_diagnostics(mut self, diagnostics: Vec<Diagnostic>) -> Self {
        self.diagnostics = diagnostics;
        self
    }

    /// The same with words of the program.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same with what the program printed.
    #[must_use]
    pub fn with_output(mut self, output: impl Into<String>) -> Self {
        self.output = output.into();
        self
    }
}

/// One check of one exercise, judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckResult {
    /// The check's word.
    pub check: String,
    /// What it found.
    pub judgement: Judgement,
    /// How long its own commands took; what another check had run already costs nothing.
    pub took: Duration,
}

/// What became of one exercise. Checks after the first that did not pass are not judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The exercise's name.
    pub exercise: String,
    /// In the order of judging.
    pub checks: Vec<CheckResult>,
    /// What was noticed about the file, such as edited tests.
    pub notes: Vec<Note>,
    /// A hash of the learner's part that was judged.
    pub source: String,
    /// A hash of everything of ours that judged it.
    pub content: String,
    /// The toolchain that judged it.
    pub toolchain: String,
    /// What is said where the failure has a known cause.
    pub trap: Option<String>,
    /// Whether the verdict was known already.
    #[serde(skip)]
    pub cached: bool,
}

impl Outcome {
    /// The first verdict that is not passed, or passed; partial where all others passed and one could
    /// not be judged, or only by a stand-in. An exercise without a verdict has not passed.
    #[must_use]
    pub fn word(&self) -> Word {
        let mut partial = false;
        for result in &self.checks {
            match result.judgement.verdict.word() {
                Word::Passed => partial |= result.judgement.stand_in,
                Word::Unavailable => partial = true,
                other => return other,
            }
        }
        match (self.checks.is_empty(), partial) {
            (true, _) => Word::Failed,
            (false, true) => Word::Partial,
            (false, false) => Word::Passed,
        }
    }

    /// The check that decided against it, if one did.
    #[must_use]
    pub fn decisive(&self) -> Option<&CheckResult> {
        self.checks
            .iter()
            .find(|result| !matches!(result.judgement.verdict.word(), Word::Passed | Word::Unavailable))
            .or_else(|| self.checks.iter().find(|r| r.judgement.verdict.word() != Word::Passed))
    }

    /// The full set of failures of the check that decided.
    #[must_use]
    pub fn signatures(&self) -> BTreeSet<Signature> {
        self.decisive().map(|result| result.judgement.signatures.clone()).unwrap_or_default()
    }
}
