//! One TOML file of a set: its text, its lines, its tables. It must not know what the keys mean; which
//! keys there are is told to it as a [`Shape`].

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::validate::{At, Faults, offer};

/// A file and its text.
#[derive(Debug)]
pub(super) struct Document<'a> {
    /// Relative to the set, with `/`.
    pub(super) file: String,
    /// What it says.
    pub(super) text: &'a str,
}

/// Which keys a table may and must have.
pub(super) struct Shape {
    /// What the table describes, with its article: `an exercise`.
    pub(super) of: &'static str,
    /// All keys.
    pub(super) keys: &'static [Key],
    /// Whether other keys are passed over, as the first format does.
    pub(super) open: bool,
}

/// One key of a [`Shape`].
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) required: bool,
    /// The shape of the table, or of each table of the list, that is its value.
    pub(super) inner: Option<&'static Shape>,
}

impl Key {
    /// A key that may be absent.
    pub(super) const fn may(name: &'static str) -> Self {
        Self { name, required: false, inner: None }
    }

    /// A key without which the table says too little.
    pub(super) const fn must(name: &'static str) -> Self {
        Self { name, required: true, inner: None }
    }

    /// A key whose value is a table, or a list of tables, of this shape.
    pub(super) const fn of(name: &'static str, inner: &'static Shape) -> Self {
        Self { name, required: false, inner: Some(inner) }
    }
}

/// A table and the place where it begins.
pub(super) type Table<'t> = Spanned<DeTable<'t>>;

impl<'a> Document<'a> {
    /// The file as text; where it is none, the line that is not.
    pub(super) fn new(file: &str, bytes: &'a [u8], faults: &mut Faults) -> Option<Self> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(Self { file: file.to_owned(), text }),
            Err(error) => {
                let line = line_at(bytes, error.valid_up_to());
                faults.push(
                    file,
                    Some(line),
                    "this is not valid UTF-8, which TOML files are written in",
                    "save the file with the encoding UTF-8",
                );
                None
            }
        }
    }

    /// The line, counted from 1, of a place in the text.
    pub(super) fn line(&self, offset: usize) -> usize {
        line_at(self.text.as_bytes(), offset)
    }

    /// The file as a table. All syntax errors are reported; with one of them the rest is not read.
    pub(super) fn parse(&'a self, faults: &mut Faults) -> Option<Table<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let whole = errors.is_empty();
        for error in errors {
            let place = error.span().unwrap_or(0..0);
            At { doc: self, faults }.say(
                place,
                format!("this is not TOML: {}", error.message()),
                "mend the syntax of this line or of the one before it",
            );
        }
        whole.then_some(table)
    }

    /// Reads a table as a value of ours, if it has the shape; reports everything that it has not.
    pub(super) fn read<T: Deserialize<'a>>(
        &self,
        mut value: Spanned<DeValue<'a>>,
        shape: &Shape,
        faults: &mut Faults,
    ) -> Option<T> {
        let before = faults.count();
        let place = value.span();
        let DeValue::Table(table) = value.get_mut() else {
            let (what, help) =
                (format!("{} is a table of keys and values", shape.of), "write it as `key = value` lines");
            At { doc: self, faults }.say(place, what, help);
            return None;
        };
        self.check_shape(table, place.clone(), shape, faults);
        if faults.count() != before {
            return None;
        }
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(read) => Some(read),
            Err(error) => {
                let what = format!("{}: {}", shape.of, error.message());
                let help = "look up the key's type in the description of the format";
                At { doc: self, faults }.say(error.span().unwrap_or(place), what, help);
                None
            }
        }
    }

    /// Reports keys of the file's own table that are unknown or missing.
    pub(super) fn check(&self, table: &mut Table<'a>, shape: &Shape, faults: &mut Faults) {
        // The whole file is the place: what is missing is missing from its first line on.
        self.check_shape(table.get_mut(), 0..0, shape, faults);
    }

    /// Reports keys that are unknown or missing, here and in the tables below; unknown ones are removed.
    fn check_shape(&self, table: &mut DeTable<'a>, place: Range<usize>, shape: &Shape, faults: &mut Faults) {
        for key in shape.keys.iter().filter(|key| key.required && !table.contains_key(key.name)) {
            At { doc: self, faults }.say(
                place.clone(),
                format!("{} lacks the key `{}`", shape.of, key.name),
                format!("add a line `{} = …`", key.name),
            );
        }
        let mut unknown = Vec::new();
        for (key, value) in table.iter_mut() {
            let word = key.get_ref().as_ref();
            match shape.keys.iter().find(|known| known.name == word) {
                None => unknown.push((key.span(), word.to_owned())),
                Some(Key { inner: Some(inner), .. }) => self.check_inner(value, inner, faults),
                Some(_) => {}
            }
        }
        for (place, word) in unknown {
            table.remove(word.as_str());
            if !shape.open {
                At { doc: self, faults }.say(
                    place,
                    format!("{} has no key `{word}`", shape.of),
                    offer(&word, shape.keys.iter().map(|key| key.name)),
                );
            }
        }
    }

    fn check_inner(&self, value: &mut Spanned<DeValue<'a>>, shape: &Shape, faults: &mut Faults) {
        let place = value.span();
        match value.get_mut() {
            DeValue::Table(table) => self.check_shape(table, place, shape, faults),
            DeValue::Array(items) => {
                for item in items.iter_mut() {
                    let place = item.span();
                    if let DeValue::Table(table) = item.get_mut() {
                        self.check_shape(table, place, shape, faults);
                    }
                }
            }
            // What else it may be, serde refuses with the right words.
            _ => {}
        }
    }
}

/// Takes the list of tables under this key; none where the key is absent, a fault where it is no list.
pub(super) fn take_list<'a>(table: &mut Table<'a>, key: &str, at: &mut At<'_>) -> Vec<Spanned<DeValue<'a>>> {
    let Some(value) = table.get_mut().remove(key) else { return Vec::new() };
    let place = value.span();
    if let DeValue::Array(items) = value.into_inner() {
        items.into_iter().collect()
    } else {
        at.say(place, format!("`{key}` is a list of tables"), format!("begin each entry with `[[{key}]]`"));
        Vec::new()
    }
}

fn line_at(bytes: &[u8], offset: usize) -> usize {
    1 + bytes.iter().take(offset).filter(|&&byte| byte == b'\n').count()
}
