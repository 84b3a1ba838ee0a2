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

/// Does not compile if everything is sealed: a seal that every type has keeps nobody out.
const _: () = {
    struct Foreign;
    trait Either<Way> {
        const FOUND: () = ();
    }
    impl<T> Either<u8> for T {}
    impl<T: sealed::Sealed> Either<u16> for T {}
    let () = <Foreign as Either<_>>::FOUND;
};
