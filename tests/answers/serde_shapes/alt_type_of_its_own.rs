// Three states, three names; and each key renamed by itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

/// `{"kind":"put-back","toShelf":"B2"}`, `{"kind":"moved-on","fromShelf":"B2","atNoon":true}`, `{"kind":"lost"}`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Event {
    PutBack { to_shelf: String },
    MovedOn { from_shelf: String, at_noon: bool },
    Lost,
}

/// `{"type":"fee","value":250}`, `{"type":"remark","value":"wet"}`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "lowercase")]
pub enum Entry {
    Fee(u32),
    Remark(String),
}

/// `{"parcelId":"4711","weightGrams":250,"note":"fragile","tags":["blue"],"door":"left"}`
///
/// The number of a parcel is written as a text. A note that is `null` was deleted, one that is absent was never
/// there. Without tags there is no key `tags`. All further keys are kept, whatever they are called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parcel {
    #[serde(rename = "parcelId", with = "as_text")]
    pub parcel_id: u64,
    #[serde(rename = "weightGrams")]
    pub weight_grams: u32,
    #[serde(default, skip_serializing_if = "Note::was_never")]
    pub note: Note,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(flatten)]
    pub further: BTreeMap<String, String>,
}

/// `{"street":"Elm Road 4","postalCode":"70173"}`, and an error for any other key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address {
    pub street: String,
    pub postal_code: String,
}

/// For `with`: a number that is written as a text.
mod as_text {
    use super::*;

    pub fn serialize<S: serde::Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(number)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What became of a note.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Option<String>", into = "Option<String>")]
pub enum Note {
    #[default]
    Never,
    Deleted,
    Says(String),
}

impl Note {
    fn was_never(&self) -> bool {
        *self == Note::Never
    }
}

impl From<Option<String>> for Note {
    fn from(found: Option<String>) -> Self {
        found.map_or(Note::Deleted, Note::Says)
    }
}

impl From<Note> for Option<String> {
    fn from(note: Note) -> Self {
        match note {
            Note::Says(text) => Some(text),
            Note::Never | Note::Deleted => None,
        }
    }
}
