// Serde shapes
//
// A parcel service speaks JSON of its own kind; above each type stands what goes over the wire. Make
// the types fit with attributes: whatever is read and written again has to come out as it came in.
// `as_text` and `present` are there to be used. The only type that may change is that of `note`.
//
// Read: serde, Attributes
// https://serde.rs/attributes.html

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

/// `{"kind":"put-back","toShelf":"B2"}`, `{"kind":"moved-on","fromShelf":"B2","atNoon":true}`, `{"kind":"lost"}`
// TODO: Put the kind beside the fields, and spell kinds and fields as they are on the wire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    PutBack { to_shelf: String },
    MovedOn { from_shelf: String, at_noon: bool },
    Lost,
}

/// `{"type":"fee","value":250}`, `{"type":"remark","value":"wet"}`
// TODO: Keep type and value apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    Fee(u32),
    Remark(String),
}

/// `{"parcelId":"4711","weightGrams":250,"note":"fragile","tags":["blue"],"door":"left"}`
///
/// The number of a parcel is written as a text. A note that is `null` was deleted, one that is absent was never
/// there. Without tags there is no key `tags`. All further keys are kept, whatever they are called.
// TODO: Spell the keys right, and tell the three kinds of note apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parcel {
    pub parcel_id: u64,
    pub weight_grams: u32,
    pub note: Option<String>,
    pub tags: Vec<String>,
    pub further: BTreeMap<String, String>,
}

/// `{"street":"Elm Road 4","postalCode":"70173"}`, and an error for any other key.
// TODO: Let nobody misspell a key unnoticed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use serde_json::{Value, json};

    #[track_caller]
    fn read<T: serde::de::DeserializeOwned>(wire: &Value) -> T {
        serde_json::from_value(wire.clone())
            .unwrap_or_else(|error| panic!("{wire} should be read: {error}"))
    }

    /// Reads and writes, and compares.
    #[track_caller]
    fn comes_back<T: Serialize + serde::de::DeserializeOwned>(wire: &Value) {
        let written = serde_json::to_value(read::<T>(wire)).expect("this can be written");
        assert_eq!(
            &written, wire,
            "what was written (left) is not what was read (right)"
        );
    }

    fn number(what: &str) -> u32 {
        ::kit::Rng::salted(&format!("serde_shapes: {what}")).within(100..100_000_u32)
    }

    /// A parcel with what every parcel has.
    fn parcel() -> Value {
        json!({ "parcelId": number("id").to_string(), "weightGrams": number("weight") })
    }

    fn parcel_with(key: &str, value: Value) -> Value {
        let mut wire = parcel();
        wire[key] = value;
        wire
    }

    #[test]
    fn the_kind_of_an_event_stands_beside_its_fields() {
        let lost = json!({ "kind": "lost" });
        assert_eq!(read::<Event>(&lost), Event::Lost);
        comes_back::<Event>(&lost);
    }

    #[test]
    fn kinds_and_fields_of_events_have_their_spelling() {
        let shelf = format!("B{}", number("shelf"));
        let back = json!({ "kind": "put-back", "toShelf": shelf });
        assert_eq!(read::<Event>(&back), Event::PutBack { to_shelf: shelf });
        comes_back::<Event>(&back);
        comes_back::<Event>(&json!({ "kind": "moved-on", "fromShelf": "B2", "atNoon": true }));
    }

    #[test]
    fn entries_keep_type_and_value_apart() {
        let fee = json!({ "type": "fee", "value": number("fee") });
        assert_eq!(read::<Entry>(&fee), Entry::Fee(number("fee")));
        comes_back::<Entry>(&fee);
        comes_back::<Entry>(&json!({ "type": "remark", "value": "wet" }));
    }

    #[test]
    fn the_number_of_a_parcel_is_a_text_on_the_wire() {
        let wire = parcel();
        let parcel: Parcel = read(&wire);
        let numbers = (parcel.parcel_id, parcel.weight_grams);
        assert_eq!(numbers, (u64::from(number("id")), number("weight")));
        let written = serde_json::to_value(parcel).expect("this can be written");
        assert_eq!(
            (&written["parcelId"], &written["weightGrams"]),
            (&wire["parcelId"], &wire["weightGrams"])
        );
    }

    #[test]
    fn an_absent_note_is_no_deleted_note() {
        for wire in [parcel(), parcel_with("note", Value::Null)] {
            let parcel: Parcel = read(&wire);
            let written = serde_json::to_value(parcel).expect("this can be written");
            assert_eq!(
                written.get("note"),
                wire.get("note"),
                "a note that is `null` and one that is absent are two things; from {wire} came {written}"
            );
        }
    }

    #[test]
    fn a_note_that_is_there_is_kept() {
        let wire = parcel_with("note", json!("fragile"));
        let written = serde_json::to_value(read::<Parcel>(&wire)).expect("this can be written");
        assert_eq!(written["note"], "fragile");
        let Parcel { note, further, .. } = read(&wire);
        assert!(
            format!("{note:?}").contains("\"fragile\""),
            "the text is in the field `note`, and there is {note:?}"
        );
        let further: BTreeMap<String, String> = further;
        assert_eq!(further.len(), 0, "a note is no further key");
    }

    #[test]
    fn without_tags_there_is_no_key_for_them() {
        let parcel: Parcel = read(&parcel());
        assert_eq!(parcel.tags, [""; 0]);
        let written = serde_json::to_value(parcel).expect("this can be written");
        assert_eq!(written.get("tags"), None);
        let wire = parcel_with("tags", json!(["blue", "wet"]));
        assert_eq!(read::<Parcel>(&wire).tags, ["blue", "wet"]);
    }

    #[test]
    fn further_keys_are_kept() {
        let wire = parcel_with("door", json!("left"));
        assert_eq!(read::<Parcel>(&wire).further["door"], "left");
        comes_back::<Parcel>(&wire);
    }

    #[test]
    fn a_misspelt_key_of_an_address_is_an_error() {
        let wire = json!({ "street": "Elm Road 4", "postalCode": "70173" });
        comes_back::<Address>(&wire);
        let mut misspelt = wire;
        misspelt["stret"] = json!("Oak Road 1");
        assert!(
            serde_json::from_value::<Address>(misspelt).is_err(),
            "`stret` means nothing here, and somebody thinks it does"
        );
    }
}
