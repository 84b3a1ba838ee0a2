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
    type Content: Sized;

    fn open(self) -> Self::Content;
}

impl Open for Letter {
    type Content = String;

    fn open(self) -> String {
        self.text
    }
}

impl Open for Crate {
    type Content = Vec<u32>;

    fn open(self) -> Self::Content {
        self.weights
    }
}

trait ConvertTo<Target = Minutes>
where
    Target: Sized,
{
    fn convert(&self) -> Target;
}

impl ConvertTo for Seconds {
    fn convert(&self) -> Minutes {
        Minutes(self.0 / 60)
    }
}

impl ConvertTo<String> for Seconds {
    fn convert(&self) -> String {
        let Minutes(minutes) = self.convert();
        let rest = self.0 - minutes * 60;
        if rest < 10 {
            format!("{minutes}:0{rest}")
        } else {
            format!("{minutes}:{rest}")
        }
    }
}
