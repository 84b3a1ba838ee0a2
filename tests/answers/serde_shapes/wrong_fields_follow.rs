// The spelling of an enum is that of all its names.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

/// `{"kind":"put-back","toShelf":"B2"}`, `{"kind":"moved-on","fromShelf":"B2","atNoon":true}`, `{"kind":"lost"}`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
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
#[serde(rename_all = "camelCase")]
pub struct Parcel {
    #[serde(with = "as_text")]
    pub parcel_id: u64,
    pub weight_grams: u32,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<Option<String>>,
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

/// For `deserialize_with`: what stands there, `null` included, is something that is there.
fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}
