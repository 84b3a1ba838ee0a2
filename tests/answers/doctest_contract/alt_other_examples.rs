/// A parcel behind a door. See [`close`](Locker::close).
pub struct Locker {
    parcel: String,
}

/** Lockers are 40 cm wide and 60 cm high.

```
assert!(doctest_contract::fits(1, 60));
assert!(!doctest_contract::fits(60, 1));
```
*/
pub fn fits(width: u32, height: u32) -> bool {
    width <= 40 && height <= 60
}

impl Locker {
    /// Shuts the door behind a parcel.
    ///
    /// ```rust
    /// fn main() {
    ///     let locker = doctest_contract::Locker::close("");
    ///     assert!(locker.label().is_empty());
    /// }
    /// ```
    ///
    /// What is inside cannot be taken without the locker:
    ///
    /// ```compile_fail,E0382
    /// let locker = doctest_contract::Locker::close("a coat");
    /// drop(locker.open());
    /// println!("{}", locker.label());
    /// ```
    pub fn close(parcel: &str) -> Self {
        Self {
            parcel: parcel.to_owned(),
        }
    }

    /// Reads the label.
    ///
    /// ~~~
    /// # use doctest_contract::Locker;
    /// let locker = Locker::close("a coat");
    /// assert_eq!(locker.label(), "a coat");
    /// ~~~
    pub fn label(&self) -> &str {
        &self.parcel
    }

    /// Takes the parcel out.
    ///
    /// ```
    /// let coat = doctest_contract::Locker::close("a coat").open();
    /// assert_eq!(coat.len(), 6);
    /// ```
    pub fn open(self) -> String {
        self.parcel
    }
}
