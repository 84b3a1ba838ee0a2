//! A set in two versions, as files: one that a workspace was made of, and the one that came after.

use std::path::Path;

use super::support::Author;

/// A file exercise whose part above the line and whose checks differ as the arguments do.
pub(crate) fn sheet(above: &str, checks: &str) -> String {
    format!(
        "{above}\n\n// == checks ==\n#[cfg(test)]\nmod checks {{\n    #[test]\n    fn {checks}() {{}}\n}}\n"
    )
}

fn entry(name: &str, more: &str) -> String {
    format!(
        "[[exercises]]\nname = \"{name}\"\nkind = \"todo\"\ntier = \"A\"\nminutes = 5\nchecks = [\"test\"]\n\
         fails_with = [\"test:one\"]\nhints = [\"Look.\"]\n{more}\n"
    )
}

const STAGE: &str = "format_version = 2\n[[stages]]\nid = \"first\"\ntitle = \"First\"\ngoal = \"Try.\"\n";

fn topic(id: &str) -> String {
    format!("[[topics]]\nid = \"{id}\"\nstage = \"first\"\ntitle = \"{id}\"\n")
}

fn lay(author: &Author, path: &str, text: &str) {
    let path = author.at("set").join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// The set has these files below `exercises/1_first`, and a solution wherever one is asked for.
fn lay_all(author: &Author, files: &[(&str, &str)]) {
    for (path, text) in files {
        lay(author, &format!("exercises/1_first/{path}"), text);
        let is_solved = path.matches('/').count() == 1 || path.ends_with("src/lib.rs");
        if is_solved && Path::new(path).extension().is_some_and(|it| it == "rs") {
            lay(author, &format!("solutions/1_first/{path}"), "// Why so: it is.\n");
        }
    }
}

const LOCKED: &str = "locked = [\"tests/**\"]";
const MANIFEST: &str = "[package]\nname = \"parcel\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";

/// The first version: `words` with five files and two packages, and `numbers`.
pub(crate) fn first_version(author: &Author) {
    lay(author, "info.toml", &(STAGE.to_owned() + &topic("words") + &topic("numbers")));
    let names = ["same", "touched", "untouched", "old_name", "gone_mine", "gone_theirs"];
    let mut words: String = names.map(|name| entry(name, "")).concat();
    words += &["parcel", "box_mine", "box_theirs"].map(|name| entry(name, LOCKED)).concat();
    let one = sheet("fn start() {}", "one");
    let mut files: Vec<(String, String)> =
        names.iter().map(|name| (format!("01_words/{name}.rs"), one.clone())).collect();
    for name in ["parcel", "box_mine", "box_theirs"] {
        files.extend([
            (format!("01_words/{name}/Cargo.toml.in"), MANIFEST.to_owned()),
            (format!("01_words/{name}/src/lib.rs"), "// start\n".to_owned()),
            (format!("01_words/{name}/tests/t.rs"), "// tests\n".to_owned()),
            (format!("01_words/{name}/tests/old.rs"), "// old tests\n".to_owned()),
        ]);
    }
    files.extend([
        ("01_words/topic.toml".to_owned(), words),
        ("01_words/README.md".to_owned(), "# Words\n".to_owned()),
        ("01_words/touched/accept/a.rs".to_owned(), "// a probe\nfn main() {}\n".to_owned()),
        ("02_numbers/topic.toml".to_owned(), entry("count", "")),
        ("02_numbers/count.rs".to_owned(), one),
    ]);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    lay_all(author, &files);
}

/// The second version: a topic in front of the others, so that all directories have other numbers; names that
/// changed; new starts and new tests; two exercises and a package less, and one more.
pub(crate) fn second_version(author: &Author) {
    for part in ["exercises", "solutions"] {
        std::fs::remove_dir_all(author.at("set").join(part)).unwrap();
    }
    let topics = topic("letters") + &topic("words") + &topic("numbers");
    lay(author, "info.toml", &(STAGE.to_owned() + &topics));
    let mut words: String = ["same", "touched", "untouched"].map(|name| entry(name, "")).concat();
    words += &entry("new_name", "formerly = [\"old_name\"]");
    words += &entry("post", &format!("formerly = [\"parcel\"]\n{LOCKED}"));
    words += &entry("box_theirs", LOCKED);
    let two = sheet("fn start_again() {}", "two");
    lay_all(
        author,
        &[
            ("01_letters/topic.toml", &entry("alpha", "")),
            ("01_letters/alpha.rs", &two),
            ("02_words/topic.toml", &words),
            ("02_words/README.md", "# Words, and more\n"),
            ("02_words/same.rs", &sheet("fn start() {}", "one")),
            ("02_words/touched.rs", &two),
            ("02_words/touched/accept/b.rs", "// another probe\nfn main() {}\n"),
            ("02_words/untouched.rs", &two),
            ("02_words/new_name.rs", &two),
            ("02_words/post/Cargo.toml.in", MANIFEST),
            ("02_words/post/src/lib.rs", "// another start\n"),
            ("02_words/post/tests/t.rs", "// other tests\n"),
            ("02_words/box_theirs/Cargo.toml.in", MANIFEST),
            ("02_words/box_theirs/src/lib.rs", "// another start\n"),
            ("02_words/box_theirs/tests/t.rs", "// other tests\n"),
            ("03_numbers/topic.toml", &entry("count", "")),
            ("03_numbers/count.rs", &sheet("fn start() {}", "one")),
        ],
    );
}

/// What the learner did with the first version: some exercises are theirs now, one of them by a comment alone.
pub(crate) fn work(author: &Author) {
    let words = author.at("ws/exercises/1_first/01_words");
    let put = |path: &Path, text: &str| std::fs::write(path, text).unwrap();
    for name in ["touched", "old_name", "gone_mine"] {
        put(&words.join(format!("{name}.rs")), &sheet(&format!("fn mine_in_{name}() {{}}"), "one"));
    }
    put(&words.join("parcel/src/lib.rs"), "// mine\n");
    put(&words.join("parcel/src/more.rs"), "// mine as well\n");
    put(&words.join("box_mine/src/lib.rs"), "// mine\n");
}
