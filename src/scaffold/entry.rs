//! A new entry in somebody's `topic.toml`. Everything else in the file stays as it was written, comments and layout
//! included; it must not put anything in order.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

/// Why an entry cannot be added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// The file is no TOML.
    #[error("it is not valid TOML: {0}")]
    Unreadable(String),
    /// `exercises` is something else than a list of `[[exercises]]`.
    #[error("its exercises are not written as `[[exercises]]`")]
    NotTables,
}

/// The text of a `topic.toml` with this entry, or these entries, at its end.
pub fn append(text: &str, entry: &str) -> Result<String, EntryError> {
    let mut file = parse(text)?;
    let new = parse(entry)?;
    let was_empty = file.is_empty();
    let there = file.entry("exercises").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let list = there.as_array_of_tables_mut().ok_or(EntryError::NotTables)?;
    for table in new.get("exercises").and_then(Item::as_array_of_tables).into_iter().flatten() {
        let mut table = table.clone();
        without_place(&mut table);
        // One empty line above each entry, as in the files of the set.
        table.decor_mut().set_prefix(if was_empty && list.is_empty() { "" } else { "\n" });
        list.push(table);
    }
    let made = file.to_string();
    // What hangs behind the last entry, a comment mostly, would otherwise be in front of the new one without a line
    // end between them.
    Ok(if made.ends_with('\n') { made } else { made + "\n" })
}

fn parse(text: &str) -> Result<DocumentMut, EntryError> {
    text.parse().map_err(|error: toml_edit::TomlError| EntryError::Unreadable(error.message().to_owned()))
}

/// Tables know where they stood in the file that they come from, and would be sorted in by that.
fn without_place(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inside) => without_place(inside),
            Item::ArrayOfTables(list) => list.iter_mut().for_each(without_place),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "[[exercises]]\nname = \"new\"\nhints = [\n  \"\"\"\nOne.\"\"\",\n]\n\n\
                         [[exercises.traps]]\nfails = [\"test:a\"]\n";

    #[test]
    fn what_was_there_stays_as_it_was_written() {
        let text = "# Mine, and so are the blanks.\n\n[[exercises]]\nname   =   'old'   # ours\n\n\
                    [[exercises.traps]]\nfails = [ \"test:z\", ]\n\n# last words\n";
        let made = append(text, ENTRY).unwrap();
        assert!(made.starts_with(text.trim_end_matches("\n# last words\n")), "{made}");
        assert!(made.contains("# last words"), "{made}");
        let names: Vec<usize> = ["'old'", "test:z", "\"new\"", "test:a"]
            .map(|word| made.find(word).unwrap_or_else(|| panic!("{word} in {made}")))
            .to_vec();
        assert!(names.is_sorted(), "the new entry and its traps stand behind the old ones: {made}");
        assert!(made.contains("\n\n[[exercises]]\nname = \"new\""), "{made}");
    }

    #[test]
    fn an_empty_file_gets_its_first_entry() {
        assert_eq!(append("", ENTRY).unwrap(), ENTRY);
    }

    #[test]
    fn files_that_cannot_take_an_entry_say_so() {
        assert_eq!(append("exercises = 3\n", ENTRY), Err(EntryError::NotTables));
        assert!(matches!(append("[[exercises\n", ENTRY), Err(EntryError::Unreadable(_))));
    }
}
