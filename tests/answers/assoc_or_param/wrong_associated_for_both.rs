struct Letter {
    text: String,
}

struct Crate {
    weights: Vec<u32>,
}

struct Seconds(u64);

#[derive(Debug, PartialEq)]
struct Minutes(u64);

trait Open {
    type Content;

    fn open(self) -> Self::Content;
}

impl Open for Letter {
    type Content = String;

    fn open(self) -> Self::Content {
        self.text
    }
}

impl Open for Crate {
    type Content = Vec<u32>;

    fn open(self) -> Self::Content {
        self.weights
    }
}

trait ConvertTo {
    type Target;

    fn convert(&self) -> Self::Target;
}

impl ConvertTo for Seconds {
    type Target = Minutes;

    fn convert(&self) -> Minutes {
        Minutes(self.0 / 60)
    }
}

impl ConvertTo for Seconds {
    type Target = String;

    fn convert(&self) -> String {
        format!("{}:{:02}", self.0 / 60, self.0 % 60)
    }
}
