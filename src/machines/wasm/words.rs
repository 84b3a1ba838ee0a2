//! The words of a session: how a line is cut up and what sentences there are. It must not do anything.

/// One sentence of a session, with the number of its line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) says: Sentence,
}

/// What a line asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sentence {
    /// `let name = value`
    Let(String, Value),
    /// `put address: value, value`
    Put(Value, Vec<Value>),
    /// `expect value == value "because"`
    Expect { left: Value, how: String, right: Value, text: String, because: String },
    /// `repeat value` … `end`
    Repeat(Value, Vec<Line>),
    /// A call for what it does.
    Do(Value),
}

/// What a number is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Number(i64),
    Name(String),
    /// An export of the module, or, with an `@`, something that the host does.
    Call(String, Vec<Value>),
    Sum(Box<Value>, char, Box<Value>),
}

/// Reads the words of one line from the left.
pub(super) struct Words<'t> {
    rest: &'t str,
}

impl<'t> Words<'t> {
    pub(super) fn new(line: &'t str) -> Self {
        Self { rest: line.trim() }
    }

    /// What is still to be read.
    pub(super) fn rest(&self) -> &'t str {
        self.rest
    }

    fn skip(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest.trim_start();
        taken
    }

    /// Takes this sign if it comes next.
    pub(super) fn take(&mut self, sign: &str) -> bool {
        let there = self.rest.starts_with(sign);
        if there {
            self.skip(sign.len());
        }
        there
    }

    /// Takes this word if it comes next and ends there.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let there = self.peek() == word;
        if there {
            self.skip(word.len());
        }
        there
    }

    fn peek(&self) -> &'t str {
        let length = self
            .rest
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'@');
        &self.rest[..length.count()]
    }

    pub(super) fn word(&mut self) -> Result<&'t str, String> {
        let length = self.peek().len();
        if length == 0 {
            Err(format!("a word is missing before `{}`", self.rest))
        } else {
            Ok(self.skip(length))
        }
    }

    /// A comparison.
    pub(super) fn comparison(&mut self) -> Result<String, String> {
        let signs = ["==", "!=", "<=", ">=", "<", ">"];
        let found = signs.into_iter().find(|sign| self.take(sign));
        found.map(str::to_owned).ok_or_else(|| format!("a comparison is missing before `{}`", self.rest))
    }

    /// A text in quotes, to the end of the line; empty where there is none.
    pub(super) fn because(&mut self) -> Result<String, String> {
        let text = self.skip(self.rest.len()).trim_end();
        match text.strip_prefix('"').map(|text| text.strip_suffix('"')) {
            None if text.is_empty() => Ok(String::new()),
            Some(Some(text)) => Ok(text.to_owned()),
            _ => Err(format!("`{text}` is too much")),
        }
    }

    /// Values with a sign between them.
    pub(super) fn value(&mut self) -> Result<Value, String> {
        let mut left = self.product()?;
        loop {
            let sign = match self.rest.bytes().next() {
                Some(b'+') => '+',
                Some(b'-') => '-',
                _ => return Ok(left),
            };
            self.skip(1);
            left = Value::Sum(Box::new(left), sign, Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Value, String> {
        let mut left = self.single()?;
        while self.take("*") {
            left = Value::Sum(Box::new(left), '*', Box::new(self.single()?));
        }
        Ok(left)
    }

    fn single(&mut self) -> Result<Value, String> {
        if self.take("(") {
            let inner = self.value()?;
            return if self.take(")") { Ok(inner) } else { Err("a `)` is missing".to_owned()) };
        }
        if self.take("-") {
            return Ok(Value::Sum(Box::new(Value::Number(0)), '-', Box::new(self.single()?)));
        }
        let word = self.word()?;
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let number = match word.strip_prefix("0x") {
                Some(digits) => i64::from_str_radix(digits, 16),
                None => word.parse(),
            };
            return number.map(Value::Number).map_err(|_| format!("`{word}` is no number"));
        }
        if !self.take("(") {
            return Ok(Value::Name(word.to_owned()));
        }
        Ok(Value::Call(word.to_owned(), self.list(")")?))
    }

    /// Values with commas between them, up to this sign, or to the end of the line where it is empty.
    pub(super) fn list(&mut self, until: &str) -> Result<Vec<Value>, String> {
        let mut values = Vec::new();
        loop {
            let ended = if until.is_empty() { self.rest.is_empty() } else { self.take(until) };
            if ended {
                return Ok(values);
            }
            if !values.is_empty() && !self.take(",") {
                return Err(format!("a `,` is missing before `{}`", self.rest));
            }
            values.push(self.value()?);
        }
    }
}
