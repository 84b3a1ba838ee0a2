// Why so: a letter has one kind of content, so the content belongs to the impl: an associated type is
// settled by the type that implements the trait, and the compiler never has to ask. Seconds can be
// converted to many things, so the target belongs to the trait's name: `ConvertTo<Minutes>` and
// `ConvertTo<String>` are two traits, a type may implement both, and the caller chooses.

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

trait ConvertTo<Target> {
    fn convert(&self) -> Target;
}

impl ConvertTo<Minutes> for Seconds {
    fn convert(&self) -> Minutes {
        Minutes(self.0 / 60)
    }
}

impl ConvertTo<String> for Seconds {
    fn convert(&self) -> String {
        format!("{}:{:02}", self.0 / 60, self.0 % 60)
    }
}
