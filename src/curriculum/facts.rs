//! Facts that an exercise demands of the learner's source, of its documentation and of what the compiler
//! makes of it. They are stated here as values; it must not look whether they hold.

/// A fact about the learner's tokens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SourceFact {
    /// The word in its signature, `source:no_loop`.
    pub name: String,
    /// What has to hold.
    pub rule: SourceRule,
    /// Looks only at the item that begins with these tokens, such as `fn total`.
    pub within: Option<String>,
    /// What the learner is told where it does not hold; a sentence made from the rule, where there is none.
    pub says: Option<String>,
}

/// What a [`SourceFact`] says. A pattern is a row of tokens; `$ident`, `$lifetime`, `$literal` and `$any`
/// stand for one token of their kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SourceRule {
    /// Each of these patterns is there.
    Require(Vec<String>),
    /// Together these patterns are there at most so many times.
    Forbid {
        /// The patterns.
        patterns: Vec<String>,
        /// How often; mostly never.
        most: u32,
    },
    /// It has at most so many tokens.
    Tokens(u32),
    /// It has the tokens of the start, in their order, these patterns left out on both sides.
    SameAsStart {
        /// What may come or go.
        but_for: Vec<String>,
    },
}

/// What the check `doc` demands beyond what it always does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DocFacts {
    /// Items, as rustdoc names them (`Ledger::open`), that have an example which runs and passes.
    pub examples: Vec<String>,
    /// Error codes that some `compile_fail` example shows.
    pub refusals: Vec<String>,
}

/// A fact about what the compiler emits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmitFact {
    /// The word in its signature, `emit:no_bounds_check`.
    pub name: String,
    /// In which form it is looked for.
    pub kind: EmitKind,
    /// The function to look into, by its path in the file; none for all of it.
    pub function: Option<String>,
    /// Each of these is there.
    pub contains: Vec<String>,
    /// None of these is there.
    pub absent: Vec<String>,
    /// The architectures for which it holds, in rustc's words; all, where there is none.
    pub arch: Vec<String>,
    /// What the learner is told where it does not hold.
    pub says: Option<String>,
}

/// What the compiler is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EmitKind {
    /// The instructions, optimised.
    Asm,
    /// The middle language, optimised.
    Mir,
    /// The names of the functions that were generated.
    Symbols,
}

/// One run of what the package is built into, in a machine of ours.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MachineRun {
    /// The word in its signature, `machine:greets`.
    pub name: String,
    /// Which machine.
    pub kind: MachineKind,
    /// What a host does with the module: a file of the exercise, by its path in the exercise's directory.
    pub session: Option<String>,
    /// What has to be printed: a file of the exercise.
    pub output: Option<String>,
    /// What waits at the serial line.
    pub input: String,
    /// The code it has to end with.
    pub exit: u32,
    /// Registers of the start that are not as usual.
    pub set: Vec<(String, u16)>,
    /// The most instructions it may take.
    pub steps: u64,
    /// What the learner is told where it goes wrong.
    pub says: Option<String>,
}

/// The machines there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MachineKind {
    /// A host of WebAssembly modules.
    Wasm,
    /// A RISC-V computer with 32-bit integers, a serial line and a switch to turn it off.
    Rv32,
    /// A PC as its BIOS leaves it: 16-bit code, a screen, a disk.
    RealMode,
}

impl MachineKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Wasm, Self::Rv32, Self::RealMode];

    /// The word in `topic.toml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Wasm => "wasm",
            Self::Rv32 => "rv32",
            Self::RealMode => "real_mode",
        }
    }

    /// The machine with this word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the compiler builds for it.
    #[must_use]
    pub fn target(self) -> &'static str {
        match self {
            Self::Wasm => "wasm32-unknown-unknown",
            Self::Rv32 => "riscv32i-unknown-none-elf",
            Self::RealMode => "x86_64-unknown-none",
        }
    }
}
