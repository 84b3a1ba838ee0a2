//! The machine contract: exactly these keys, in this order, and no other words for states and outcomes.

use cargo_roadmap::output::json;
use serde_json::Value;

use super::messages;

fn answer(name: &str) -> (String, Value) {
    let (_, message) = messages::all().into_iter().find(|(found, _)| *found == name).expect("a message");
    let line = json::line(&message).expect("an answer");
    let value = serde_json::from_str(&line).expect("JSON");
    (line, value)
}

/// The keys of the object at this place, and that they stand in this order on the wire.
fn keys(name: &str, pointer: &str, expected: &str) {
    let (line, value) = answer(name);
    let object = value.pointer(pointer).and_then(Value::as_object).expect(pointer);
    let mut wanted: Vec<&str> = expected.split(' ').collect();
    let mut from = 0;
    if pointer.is_empty() {
        for key in &wanted {
            let place =
                line[from..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} in {line}"));
            from += place;
        }
    }
    wanted.sort_unstable();
    let mut found: Vec<&str> = object.keys().map(String::as_str).collect();
    found.sort_unstable();
    assert_eq!(found, wanted, "{name}{pointer}");
}

const EXERCISE: &str = "name topic stage outcome cached checks";

#[test]
fn list_has_the_keys_of_the_contract() {
    keys("list", "", "version set stages");
    keys("list", "/set", "name format_version");
    keys("list", "/stages/0", "id title state topics");
    keys("list", "/stages/0/topics/0", "id title state requires exercises");
    let exercise = "name path kind tier checks minutes state changed";
    keys("list", "/stages/0/topics/0/exercises/0", exercise);
}

#[test]
fn verify_has_the_keys_of_the_contract() {
    keys("verify", "", "version exercises summary");
    keys("verify", "/exercises/0", EXERCISE);
    keys("verify", "/exercises/0/checks/0", "check verdict duration_ms reason install");
    keys("verify", "/summary", "passed failed partial total mastered_topics");
    let (_, value) = answer("verify");
    let number = |key: &str| value.pointer(&format!("/summary/{key}")).and_then(Value::as_u64);
    let sum = ["passed", "failed", "partial"].into_iter().map(number).sum::<Option<u64>>();
    assert_eq!(sum, number("total"), "each exercise is counted once");
}

#[test]
fn run_is_an_exercise_of_verify_and_what_was_printed() {
    keys("run_compile_error", "", &format!("version {EXERCISE} output diagnostics"));
    keys("run_compile_error", "/diagnostics/0", "level code message file line column end_line rendered");
    keys("run_compile_error", "/checks/0", "check verdict duration_ms reason install");
    let (line, value) = answer("run_compile_error");
    assert!(!line.contains("\\u001b"), "no colours in what programs read: {line}");
    let count = value.pointer("/diagnostics").and_then(Value::as_array).map(Vec::len);
    assert_eq!(count, Some(2), "what two checks of one build report is told once");
}

#[test]
fn the_other_answers_have_their_keys() {
    keys("hint", "", "version exercise rung of text again");
    keys("readings", "", "version topic readings");
    keys("readings", "/readings/0", "title url minutes");
    keys("solution", "", "version path text");
    keys("doctor", "", "version tools");
    keys("doctor", "/tools/0", "name found needed lost install");
    keys("problem", "", "version problem");
    keys("problem", "/problem", "what because help");
}

#[test]
fn states_and_outcomes_are_the_words_of_the_contract() {
    let words = [
        ("state", &["untouched", "started", "complete", "mastered", "pending", "done", "partial"][..]),
        ("outcome", &["passed", "failed", "timed_out", "out_of_memory", "crashed", "cancelled", "partial"]),
        (
            "verdict",
            &["passed", "failed", "timed_out", "out_of_memory", "crashed", "cancelled", "unavailable"],
        ),
    ];
    let mut seen = 0;
    for (name, message) in messages::all() {
        let Some(line) = json::line(&message) else { continue };
        let value: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(value.pointer("/version"), Some(&Value::from(1)), "{name}");
        for (key, allowed) in words {
            for word in all_of(&value, key) {
                assert!(allowed.contains(&word), "{name}: {key} is {word}");
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "{seen}");
}

fn all_of<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    match value {
        Value::Array(values) => values.iter().flat_map(|value| all_of(value, key)).collect(),
        Value::Object(object) => {
            let mut found: Vec<&str> = object.get(key).and_then(Value::as_str).into_iter().collect();
            found.extend(object.values().flat_map(|value| all_of(value, key)));
            found
        }
        _ => Vec::new(),
    }
}

#[test]
fn new_and_update_have_the_keys_of_the_contract() {
    keys("made", "", "version exercise files");
    keys("updated", "", "version set dry_run changes backup");
    keys("updated", "/changes/0", "action exercise path from");
    let (_, value) = answer("updated");
    let actions: Vec<&str> = value["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["action"].as_str().unwrap())
        .collect();
    assert_eq!(actions, ["kept", "added", "replaced", "moved", "removed", "stays"]);
    let (_, value) = answer("updated_dry");
    assert!(value["backup"].is_null() && value["dry_run"] == true, "{value}");
}
