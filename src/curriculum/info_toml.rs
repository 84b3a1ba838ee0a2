//! From the files of a set to a [`Curriculum`], for both formats. It must not run anything, and must not
//! write.

use toml::de::DeValue;

use super::document::{Document, Table};
use super::source::SetSource;
use super::validate::{At, CurriculumError, Fault, Faults};
use super::{Curriculum, format_one, format_two};

/// The file that makes a directory a set.
pub(super) const INFO: &str = "info.toml";

/// Reads and checks a set. `known_checks` are the words that `checks` may hold. All faults are reported.
pub fn load(source: &SetSource, known_checks: &[&str]) -> Result<Curriculum, CurriculumError> {
    let mut faults = Faults::default();
    let found = read(source, known_checks, &mut faults);
    faults.into_result()?;
    // Whoever finds nothing reports why; the other case is written out rather than a panic.
    found.ok_or_else(|| {
        let (what, help) = ("the set could not be read".to_owned(), "please report this".to_owned());
        CurriculumError { faults: vec![Fault { file: INFO.into(), line: None, what, help }] }
    })
}

fn read(source: &SetSource, known_checks: &[&str], faults: &mut Faults) -> Option<Curriculum> {
    let bytes = source.bytes(INFO).map_err(|error| faults.source(&error)).ok()?;
    let doc = Document::new(INFO, &bytes, faults)?;
    let table = doc.parse(faults)?;
    match version(&doc, &table, faults)? {
        1 => format_one::read(source, &doc, table, faults),
        _ => format_two::read(source, &doc, table, known_checks, faults),
    }
}

/// 1 or 2, or a fault.
fn version(doc: &Document<'_>, table: &Table<'_>, faults: &mut Faults) -> Option<u8> {
    let Some(value) = table.get_ref().get("format_version") else {
        let what = "the set does not say which format it has";
        faults.push(INFO, Some(1), what, "begin the file with `format_version = 2`");
        return None;
    };
    let number = match value.get_ref() {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    };
    match number {
        Some(1) => Some(1),
        Some(2) => Some(2),
        _ => {
            At { doc, faults }.say(
                value.span(),
                "this format is unknown: there are 1 (as rustlings has it) and 2",
                "write `format_version = 2`; if the set is newer than this program, update the program",
            );
            None
        }
    }
}

/// The revision, or a fault.
pub(super) fn revision(source: &SetSource, faults: &mut Faults) -> Option<String> {
    source.revision().map(str::to_owned).map_err(|error| faults.source(&error)).ok()
}
