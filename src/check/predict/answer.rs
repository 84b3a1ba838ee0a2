//! What the learner said, read from what the program of their answers printed (`kit/predict.rs` writes
//! it). It must not know what is true.

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it says; none while the item is open.
    pub says: Option<Says>,
    /// How sure, in per cent.
    pub sure: Option<u8>,
}

/// What an answer can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// It compiles and prints this.
    Compiles(String),
    /// It is refused, with this code, on this line.
    Fails(String, usize),
    /// It panics.
    Panics,
    /// Its behaviour is undefined, of this class; empty where the class is left open.
    Undefined(String),
    /// It prints this number.
    Value(i128),
    /// The alternative with this letter.
    Choice(char),
}

impl std::fmt::Display for Says {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Compiles(prints) => write!(f, "it compiles and prints {prints:?}"),
            Self::Fails(code, line) => write!(f, "it is refused with {code} on line {line}"),
            Self::Panics => f.write_str("it panics"),
            Self::Undefined(class) if class.is_empty() => f.write_str("its behaviour is undefined"),
            Self::Undefined(class) => write!(f, "its behaviour is undefined: {class}"),
            Self::Value(number) => write!(f, "the number is {number}"),
            Self::Choice(letter) => write!(f, "{letter}"),
        }
    }
}

/// The answer to the item with this number; open where nothing that can be read was said of it.
#[must_use]
pub fn of(output: &str, number: usize) -> Answer {
    let head = format!("answer\t{number}\t");
    let line = output.lines().find_map(|line| line.strip_prefix(head.as_str()));
    line.and_then(read).unwrap_or(Answer { says: None, sure: None })
}

/// What tests printed without the answers, which are for us: whoever reads it knows what they said. A test that printed
/// nothing else is left out whole.
#[must_use]
pub fn without(output: &str) -> String {
    let is_answer = |line: &&str| line.starts_with("answer\t") && line.split('\t').count() >= 6;
    if !output.lines().any(|line| is_answer(&line)) {
        return output.to_owned();
    }
    let is_heading = |line: &str| line.starts_with("---- ") && line.ends_with(" stdout ----");
    let mut kept: Vec<&str> = Vec::new();
    let ends_empty =
        |kept: &[&str]| kept.iter().rfind(|line| !line.is_empty()).is_some_and(|line| is_heading(line));
    for line in output.lines().filter(|line| !is_answer(line)) {
        if is_heading(line) && ends_empty(&kept) {
            let heading = kept.iter().rposition(|line| !line.is_empty()).unwrap_or(0);
            kept.truncate(heading);
        }
        kept.push(line);
    }
    if ends_empty(&kept) {
        let heading = kept.iter().rposition(|line| !line.is_empty()).unwrap_or(0);
        kept.truncate(heading);
    }
    kept.join("\n").trim().to_owned()
}

fn read(line: &str) -> Option<Answer> {
    let mut parts = line.splitn(4, '\t');
    let (kind, sure, line, text) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let text = unescaped(text.strip_prefix('=')?);
    let says = match kind {
        "compiles" => Some(Says::Compiles(text)),
        "fails" => Some(Says::Fails(text, line.parse().ok()?)),
        "panics" => Some(Says::Panics),
        "undefined" => Some(Says::Undefined(text)),
        "value" => Some(Says::Value(text.parse().ok()?)),
        "choice" => Some(Says::Choice(text.chars().next()?)),
        _ => None,
    };
    Some(Answer { says, sure: sure.parse().ok() })
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            '\\' => match letters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some(other) => other,
                None => break,
            },
            other => other,
        };
        plain.push(letter);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_support_crate_writes_is_read_again() {
        let output = "---- checks::answers stdout ----\nanswer\t1\topen\t-\t0\t=\n\
            answer\t2\tcompiles\t80\t0\t=a\\tb\\n\\\\\nanswer\t3\tfails\t0\t7\t=E0382\nanswer\t4\tpanics\t100\t0\t=\n\
            answer\t5\tundefined\t-\t0\t=data_race\nanswer\t6\tvalue\t-\t0\t=-4\nanswer\t7\tchoice\t-\t0\t=b\n";
        let said = |number| of(output, number).says;
        assert_eq!(said(1), None);
        assert_eq!(
            of(output, 2),
            Answer { says: Some(Says::Compiles("a\tb\n\\".to_owned())), sure: Some(80) }
        );
        assert_eq!(said(3), Some(Says::Fails("E0382".to_owned(), 7)));
        assert_eq!(of(output, 4), Answer { says: Some(Says::Panics), sure: Some(100) });
        assert_eq!(said(5), Some(Says::Undefined("data_race".to_owned())));
        assert_eq!(said(6), Some(Says::Value(-4)));
        assert_eq!(said(7), Some(Says::Choice('b')));
        assert_eq!(said(8), None, "nobody spoke of it");
    }

    #[test]
    fn what_tests_printed_is_shown_without_the_answers() {
        let answers =
            "---- checks::answers stdout ----\nanswer\t1\tpanics\t-\t0\t=\nanswer\t2\tvalue\t-\t0\t=12";
        assert_eq!(without(answers), "");
        let other = "---- checks::sums stdout ----\nthe answer is 12";
        assert_eq!(without(&format!("{answers}\n\n{other}")), other);
        assert_eq!(without(&format!("{other}\n\n{answers}\n")), other);
        assert_eq!(without(&format!("{answers}\nmine\n")), "---- checks::answers stdout ----\nmine");
        assert_eq!(without(other), other);
        assert_eq!(without("answer\tof mine"), "answer\tof mine");
    }

    #[test]
    fn a_line_that_is_none_is_an_open_item() {
        for line in [
            "answer\t1\tfails",
            "answer\t1\tfails\t-\tx\t=E0382",
            "answer\t1\tsings\t-\t0\t=",
            "answer\t12\tpanics\t-\t0\t=",
        ] {
            assert_eq!(of(line, 1).says, None, "{line}");
        }
    }
}
