struct Letter {
    text: String,
}

struct Crate {
    weights: Vec<u32>,
}

struct Seconds(u64);

#[derive(Debug, PartialEq)]
struct Minutes(u64);

trait Open<Content> {
    fn open(self) -> Content;
}

impl Open<String> for Letter {
    fn open(self) -> String {
        self.text
    }
}

impl Open<Vec<u32>> for Crate {
    fn open(self) -> Vec<u32> {
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
