//! Sets of intervals.

mod set;

pub use set::{Interval, Intervals, Iter, Step};

/// Public for the compiler's sake, and out of reach: other crates cannot name what is in a private module.
mod sealed {
    pub trait Sealed {}
}

/// Does not compile unless whatever is a [`Step`] is sealed as well.
const fn _every_step_is_sealed<T: Step>() {
    const fn sealed<T: sealed::Sealed>() {}
    sealed::<T>();
}
