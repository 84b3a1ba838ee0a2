//! What Miri can find, in words: the classes that `miri:class` in a `topic.toml` names. It must not know how
//! a report is laid out, only its first sentence.

/// How a program ended under Miri.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// By itself, with code 0. That alone is no pass.
    Ended,
    /// Undefined behaviour of this kind.
    Undefined(Kind),
    /// Memory that nobody freed.
    Leak,
    /// Every thread waits for another one.
    Deadlock,
    /// Something that Miri cannot do.
    Unsupported,
    /// `main` returned before its threads had ended.
    ThreadLeft,
    /// The program aborted.
    Abort,
    /// The program aborted, and before that its errors named a violated precondition of the standard library.
    Precondition,
    /// The compiler refused it.
    Rejected,
    /// Miri did not understand its command line.
    Misused,
    /// A panic that nobody caught, or a failed test.
    Panicked,
    /// It chose this code itself.
    Exited(i32),
    /// Its time was up.
    TimedOut,
    /// Its memory was.
    OutOfMemory,
    /// Miri itself was ended by this signal.
    Crashed(i32),
    /// Nobody waits for it any more.
    Cancelled,
}

/// The kinds of undefined behaviour that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Two threads, one place, no order.
    DataRace,
    /// Memory that was freed, or freed twice.
    Dangling,
    /// Bytes that are no value of their type.
    InvalidValue,
    /// A null pointer used.
    Null,
    /// A pointer that is only an address.
    Provenance,
    /// An address that the type does not allow.
    Alignment,
    /// Memory that was never written.
    Uninit,
    /// References that contradict each other.
    Aliasing,
    /// A pointer moved where there is nothing.
    PointerArithmetic,
    /// An access beyond its allocation.
    OutOfBounds,
    /// Freed with another layout than it was made with.
    Deallocation,
    /// A write to what must not change.
    ReadOnly,
    /// A function called as if it were another.
    Signature,
    /// A place that was promised never to be reached.
    Unreachable,
    /// The promise of an unchecked function broken.
    Contract,
    /// Undefined, in words that are not known here.
    Unknown,
}

/// Words of Miri's message, the kind they stand for; the first that fits counts.
const MARKS: [(&str, Kind); 27] = [
    ("Data race detected", Kind::DataRace),
    ("has been freed, so this pointer is dangling", Kind::Dangling),
    ("encountered a dangling", Kind::Dangling),
    ("encountered uninitialized memory", Kind::Uninit),
    ("memory is uninitialized at", Kind::Uninit),
    ("encountered an unaligned", Kind::Alignment),
    ("constructing invalid value", Kind::InvalidValue),
    ("but got null pointer", Kind::Null),
    ("which is a dangling pointer (it has no provenance)", Kind::Provenance),
    ("accessing memory based on pointer with alignment", Kind::Alignment),
    ("trying to retag from", Kind::Aliasing),
    ("attempting a read access using", Kind::Aliasing),
    ("attempting a write access using", Kind::Aliasing),
    ("attempting deallocation using", Kind::Aliasing),
    ("not granting access to tag", Kind::Aliasing),
    ("reborrow through", Kind::Aliasing),
    ("write access through", Kind::Aliasing),
    ("read access through", Kind::Aliasing),
    ("deallocation through", Kind::Aliasing),
    ("in-bounds pointer arithmetic failed", Kind::PointerArithmetic),
    ("overflowing pointer arithmetic", Kind::PointerArithmetic),
    ("at or beyond the end of the allocation", Kind::OutOfBounds),
    ("from the end of the allocation", Kind::OutOfBounds),
    ("incorrect layout on deallocation", Kind::Deallocation),
    ("which is read-only", Kind::ReadOnly),
    ("calling a function", Kind::Signature),
    ("entering unreachable code", Kind::Unreachable),
];

/// The same for promises, whose words are many.
const CONTRACTS: [&str; 4] = [
    "called with `false`",
    "called on overlapping ranges",
    "arithmetic overflow in `",
    "overflow executing `",
];

/// Each kind with its word and, for people, what was done.
const KINDS: [(Kind, &str, &str); 16] = [
    (Kind::DataRace, "data-race", "two threads use one place at once, and one of them writes"),
    (Kind::Dangling, "dangling", "memory is used that has been freed"),
    (Kind::InvalidValue, "invalid-value", "these bytes are no value of their type"),
    (Kind::Null, "null", "a null pointer is used"),
    (Kind::Provenance, "provenance", "a pointer is used that is only an address and belongs to no memory"),
    (Kind::Alignment, "alignment", "an address is used that is not aligned for its type"),
    (Kind::Uninit, "uninit", "memory is read that was never written"),
    (Kind::Aliasing, "aliasing", "a reference or pointer is used that another use has made invalid"),
    (Kind::PointerArithmetic, "pointer-arithmetic", "a pointer is moved out of its allocation"),
    (Kind::OutOfBounds, "out-of-bounds", "an access reaches beyond its allocation"),
    (Kind::Deallocation, "deallocation", "memory is freed with another layout than it was made with"),
    (Kind::ReadOnly, "read-only", "something is written that must not change"),
    (Kind::Signature, "signature", "a function is called as if it had another signature"),
    (Kind::Unreachable, "unreachable", "a place is reached that was promised to be out of reach"),
    (Kind::Contract, "contract", "the promise that an unchecked function relies on is broken"),
    (Kind::Unknown, "undefined", "its behaviour is undefined"),
];

impl Kind {
    /// The kind that a message after `Undefined Behavior: ` tells of. Words nobody has seen yet are still
    /// undefined behaviour.
    #[must_use]
    pub fn of(message: &str) -> Self {
        let mark = MARKS.iter().find(|(words, _)| message.contains(words)).map(|&(_, kind)| kind);
        let contract = || CONTRACTS.iter().any(|words| message.contains(words)).then_some(Self::Contract);
        // A null pointer that is moved is told as arithmetic, with the reason behind it: the mark above finds it.
        mark.or_else(contract).unwrap_or(Self::Unknown)
    }

    /// All words, for the documentation and for checking a declaration.
    pub fn words() -> impl Iterator<Item = &'static str> {
        KINDS.iter().map(|&(_, word, _)| word)
    }

    fn told(self) -> (&'static str, &'static str) {
        let found = KINDS.iter().find(|(kind, _, _)| *kind == self);
        found.map_or(("undefined", "its behaviour is undefined"), |&(_, word, says)| (word, says))
    }
}

impl Class {
    /// The word behind `miri:`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Undefined(kind) => kind.told().0,
            Self::Leak => "leak",
            Self::Deadlock => "deadlock",
            Self::Unsupported => "unsupported",
            Self::ThreadLeft => "thread-left",
            Self::Abort => "abort",
            Self::Precondition => "precondition",
            Self::Rejected => "rejected",
            Self::Misused => "misused",
            Self::Panicked => "panic",
            Self::Exited(_) => "exit",
            Self::TimedOut => "timed-out",
            Self::OutOfMemory => "out-of-memory",
            Self::Crashed(_) => "crashed",
            Self::Cancelled => "cancelled",
        }
    }

    /// What happened, as half a sentence for people.
    #[must_use]
    pub fn says(self) -> &'static str {
        match self {
            Self::Ended => "it ended by itself",
            Self::Undefined(kind) => kind.told().1,
            Self::Leak => "memory is left that nobody freed",
            Self::Deadlock => "all threads wait for each other, for ever",
            Self::Unsupported => "it does something that Miri cannot do",
            Self::ThreadLeft => "a thread was still running when the tests had ended",
            Self::Abort => "it aborts",
            Self::Precondition => "the standard library found the promise of an unchecked function broken",
            Self::Rejected => "it does not compile",
            Self::Misused => "Miri did not understand how it was called",
            Self::Panicked => "it panics",
            Self::Exited(_) => "it ended the whole process itself",
            Self::TimedOut => "it did not come to its end in time",
            Self::OutOfMemory => "it wanted too much memory",
            Self::Crashed(_) => "Miri itself crashed",
            Self::Cancelled => "it was cancelled",
        }
    }
}
