/// A closed locker with a parcel in it. It is made by [`Locker::close`] and ends with [`Locker::open`].
pub struct Locker {
    parcel: String,
}

/// Whether a parcel of this size, in centimetres, goes into a locker.
///
/// ```
/// use doctest_contract::fits;
///
/// assert!(fits(40, 60));
/// assert!(!fits(41, 60));
/// ```
pub fn fits(width: u32, height: u32) -> bool {
    width <= 40 && height <= 60
}

impl Locker {
    /// Puts a parcel into a locker and shuts it.
    ///
    /// ```
    /// use doctest_contract::Locker;
    ///
    /// let locker = Locker::close("books");
    /// assert_eq!(locker.open(), "books");
    /// ```
    pub fn close(parcel: &str) -> Self {
        Self {
            parcel: parcel.to_owned(),
        }
    }

    /// What lies in the locker, without opening it.
    ///
    /// ```
    /// use doctest_contract::Locker;
    ///
    /// assert_eq!(Locker::close("books").label(), "books");
    /// ```
    pub fn label(&self) -> &str {
        &self.parcel
    }

    /// Opens the locker and hands out the parcel.
    ///
    /// ```
    /// use doctest_contract::Locker;
    ///
    /// assert_eq!(Locker::close("a lamp").open(), "a lamp");
    /// ```
    ///
    /// Nobody opens a locker twice, because opening takes it:
    ///
    /// ```compile_fail,E0382
    /// let locker = Locker::close("books");
    /// locker.open();
    /// locker.open();
    /// ```
    pub fn open(self) -> String {
        self.parcel
    }
}
