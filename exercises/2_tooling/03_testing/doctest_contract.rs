// Documentation that is tried out
//
// A library of parcel lockers works, and what is written about it does not hold. Document all that is public, so
// that each of the four functions has an example that runs and uses it, and every link leads somewhere. One
// misuse is worth showing as well: a locker that is opened twice, in a `compile_fail` example that names the
// error code. The compiler is asked whether it is that one. Examples see this file as the crate
// `doctest_contract`, as in `use doctest_contract::Locker;`. The code itself stays as it is.
//
// Read: The rustdoc book, Documentation tests
// https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html

/// A closed locker with a parcel in it. It is made by [`Locker::shut`] and ends with [`Locker::open`].
pub struct Locker {
    parcel: String,
}

// TODO: Say what this is for, and show both answers.
pub fn fits(width: u32, height: u32) -> bool {
    width <= 40 && height <= 60
}

impl Locker {
    /// Puts a parcel into a locker and shuts it.
    ///
    /// ```ignore
    /// let locker = Locker::close("books");
    /// ```
    // TODO: Let this example run.
    pub fn close(parcel: &str) -> Self {
        Self {
            parcel: parcel.to_owned(),
        }
    }

    // TODO: Document this one.
    pub fn label(&self) -> &str {
        &self.parcel
    }

    /// Opens the locker and hands out the parcel. Nobody opens a locker twice:
    ///
    /// ```compile_fail,E0499
    /// # use doctest_contract::Locker;
    /// let locker = Locker::close("books");
    /// locker.open();
    /// locker.open();
    /// ```
    // TODO: Name the error code that the compiler gives, and show the right use too.
    pub fn open(self) -> String {
        self.parcel
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn a_parcel_comes_back_as_it_was() {
        let locker = Locker::close("two books");
        assert_eq!(
            locker.label(),
            "two books",
            "the label names what lies in the locker"
        );
        assert_eq!(locker.open(), "two books");
    }

    #[test]
    fn what_fits_is_as_before() {
        assert!(fits(40, 60) && fits(0, 0), "40 by 60 is the largest parcel");
        assert!(
            !fits(41, 60) && !fits(40, 61),
            "either side may be too long"
        );
    }
}
