// A user implements `Step` for a type of their own, so that it can never get another method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mine(u8);

impl intervals::Step for Mine {
    //~^ E0277
    fn next(self) -> Option<Self> {
        self.0.checked_add(1).map(Self)
    }

    fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

fn main() {}
