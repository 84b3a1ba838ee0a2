//! Reading what is no TOML as a whole: both sides of git's conflicts, and single lines of a damaged
//! file. It must not interpret what it finds: it brings tables.

use toml::{Table, Value};

/// What could be read line by line.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    /// In the order of the file; where a key came twice, a new table begins.
    pub(super) tables: Vec<Table>,
    /// Whether some lines said nothing.
    pub(super) unreadable: bool,
}

/// The text as each side of its conflicts has it: ours, then theirs. The text itself where it holds no
/// conflict, or markers that do not fit together: then they are lines that cannot be read.
pub(super) fn sides(text: &str) -> Vec<String> {
    #[derive(PartialEq)]
    enum At {
        Both,
        Ours,
        Base,
        Theirs,
    }
    let mut at = At::Both;
    let (mut ours, mut theirs) = (String::new(), String::new());
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let is = |marker: &str| {
            line.strip_prefix(marker).is_some_and(|rest| rest.trim_end().is_empty() || rest.starts_with(' '))
        };
        at = match at {
            At::Both if is("<<<<<<<") => At::Ours,
            At::Ours if is("|||||||") => At::Base,
            At::Ours | At::Base if is("=======") => At::Theirs,
            At::Theirs if is(">>>>>>>") => {
                found = true;
                At::Both
            }
            same => {
                match same {
                    At::Both => {
                        ours.push_str(line);
                        theirs.push_str(line);
                    }
                    At::Ours => ours.push_str(line),
                    At::Base => {}
                    At::Theirs => theirs.push_str(line),
                }
                same
            }
        };
    }
    if found && at == At::Both { vec![ours, theirs] } else { vec![text.to_owned()] }
}

/// Reads each line for itself. Lines that name `exercises` stand for themselves wherever they are; other
/// lines belong to the table header above them.
pub(super) fn lines(text: &str) -> Salvaged {
    let mut salvaged = Salvaged { tables: vec![Table::new()], unreadable: false };
    let mut header = Some(Vec::new());
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Ok(table) = line.parse::<Table>() else {
            salvaged.unreadable = true;
            if line.starts_with('[') {
                header = None;
            }
            continue;
        };
        if line.starts_with('[') {
            header = header_path(table);
            salvaged.unreadable |= header.is_none();
        } else if table.contains_key("exercises") {
            salvaged.add(table);
        } else if let Some(path) = &header {
            salvaged.add(nested(path, table));
        } else {
            salvaged.unreadable = true;
        }
    }
    salvaged
}

impl Salvaged {
    fn add(&mut self, table: Table) {
        if let Some(last) = self.tables.last_mut()
            && !clash(last, &table)
        {
            absorb(last, table);
        } else {
            self.tables.push(table);
        }
    }
}

/// The keys of `[a.b]`; none for `[[a]]`, whose lines have no name of their own.
fn header_path(mut table: Table) -> Option<Vec<String>> {
    let mut path = Vec::new();
    while let Some((key, value)) = table.into_iter().next() {
        path.push(key);
        let Value::Table(inner) = value else { return None };
        table = inner;
    }
    Some(path)
}

fn nested(path: &[String], table: Table) -> Table {
    path.iter().rev().fold(table, |inner, key| Table::from_iter([(key.clone(), Value::Table(inner))]))
}

/// Whether both say something different about one key. Two passes are one only if they are equal in all.
fn clash(left: &Table, right: &Table) -> bool {
    if left.contains_key("at") && right.contains_key("at") {
        return left != right;
    }
    right.iter().any(|(key, value)| match (left.get(key), value) {
        (None, _) => false,
        (Some(Value::Table(left)), Value::Table(right)) => clash(left, right),
        (Some(left), right) => left != right,
    })
}

fn absorb(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(known)), Value::Table(new)) => absorb(known, new),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}
