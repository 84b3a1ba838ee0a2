//! What lies in the registry, and its answers: the sparse index, downloads, and the three calls of the web API that
//! change something. It must not touch the network or the disk.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use cargo_metadata::semver::Version;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::http::{Request, Response};
use super::{Event, What};

/// All versions of all packages, in memory.
#[derive(Debug)]
pub(super) struct Shelf {
    /// Where it is reached.
    base: String,
    token: String,
    versions: BTreeMap<String, Vec<Published>>,
    during: String,
    events: Vec<Event>,
}

#[derive(Debug)]
struct Published {
    version: Version,
    /// Its line of the index, without whether it is yanked.
    line: Value,
    archive: Vec<u8>,
    yanked: bool,
}

/// What comes with an archive.
#[derive(Debug, Deserialize)]
struct Metadata {
    name: String,
    vers: String,
    #[serde(default)]
    deps: Vec<Value>,
    #[serde(default)]
    features: Value,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    license: Option<String>,
    #[serde(default)]
    license_file: Option<String>,
    #[serde(default)]
    links: Value,
    #[serde(default)]
    rust_version: Value,
}

impl Shelf {
    /// An empty one. Who brings the token may publish.
    pub(super) fn new(base: &str, token: &str) -> Self {
        Self {
            base: base.to_owned(),
            token: token.to_owned(),
            versions: BTreeMap::new(),
            during: String::new(),
            events: Vec::new(),
        }
    }

    /// What happens from now on happens while this program runs.
    pub(super) fn begin(&mut self, program: &str) {
        program.clone_into(&mut self.during);
    }

    pub(super) fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    pub(super) fn answer(&mut self, request: &Request) -> Response {
        let path: Vec<&str> = request.path.trim_matches('/').split('/').collect();
        let changes = request.method != "GET";
        if changes && request.token != self.token {
            return refusal(403, "this token does not let you publish here");
        }
        match (request.method.as_str(), path.as_slice()) {
            ("GET", ["index", "config.json"]) => {
                found(&json!({ "dl": format!("{}/dl", self.base), "api": self.base }))
            }
            ("GET", ["index", .., name]) => self.index(name),
            ("GET", ["dl", name, version, "download"]) => self.download(name, version),
            ("PUT", ["api", "v1", "crates", "new"]) => self.publish(&request.body),
            ("DELETE", ["api", "v1", "crates", name, version, "yank"]) => self.yank(name, version, true),
            ("PUT", ["api", "v1", "crates", name, version, "unyank"]) => self.yank(name, version, false),
            _ => refusal(404, "this registry has no such page"),
        }
    }

    fn index(&self, name: &str) -> Response {
        let Some(versions) = self.versions.get(name) else { return refusal(404, "no such package") };
        let mut text = String::new();
        for it in versions {
            let mut line = it.line.clone();
            line["yanked"] = it.yanked.into();
            let _ = writeln!(text, "{line}");
        }
        Response { status: 200, body: text.into_bytes() }
    }

    fn find(&mut self, name: &str, version: &str) -> Option<&mut Published> {
        let versions = self.versions.get_mut(name)?.iter_mut();
        versions.into_iter().find(|it| it.version.to_string() == version)
    }

    fn download(&mut self, name: &str, version: &str) -> Response {
        let Some(archive) = self.find(name, version).map(|it| it.archive.clone()) else {
            return refusal(404, "no such version");
        };
        self.note(What::Downloaded, name, version, "");
        Response { status: 200, body: archive }
    }

    fn yank(&mut self, name: &str, version: &str, yanked: bool) -> Response {
        let Some(it) = self.find(name, version) else { return refusal(404, "no such version") };
        it.yanked = yanked;
        self.note(if yanked { What::Yanked } else { What::Unyanked }, name, version, "");
        found(&json!({ "ok": true }))
    }

    fn publish(&mut self, body: &[u8]) -> Response {
        let Some((metadata, archive)) = parts(body) else { return refusal(400, "this is no package") };
        let (name, vers) = (metadata.name.clone(), metadata.vers.clone());
        if let Some(says) = self.fault(&metadata) {
            self.note(What::Refused, &name, &vers, &says);
            return refusal(400, &says);
        }
        self.lay(metadata, archive);
        self.note(What::Published, &name, &vers, "");
        found(&json!({ "warnings": { "invalid_categories": [], "invalid_badges": [], "other": [] } }))
    }

    /// Why this is not taken, if it is not.
    fn fault(&self, it: &Metadata) -> Option<String> {
        let letter = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if !it.name.starts_with(|c: char| c.is_ascii_alphabetic()) || !it.name.chars().all(letter) {
            return Some(format!("`{}` cannot be the name of a package", it.name));
        }
        let Ok(version) = Version::parse(&it.vers) else {
            return Some(format!("`{}` is not a version", it.vers));
        };
        // What stands behind a `+` does not make another version.
        let number = |it: &Version| (it.major, it.minor, it.patch, it.pre.clone());
        let taken = |other: &Published| number(&other.version) == number(&version);
        if self.versions.get(&it.name).is_some_and(|versions| versions.iter().any(taken)) {
            return Some(format!(
                "{} {} exists already; a version is published once and for ever",
                it.name, version
            ));
        }
        let empty = |text: &Option<String>| text.as_ref().is_none_or(String::is_empty);
        let mut missing = Vec::new();
        missing.extend(empty(&it.description).then_some("description"));
        missing.extend((empty(&it.license) && empty(&it.license_file)).then_some("license"));
        (!missing.is_empty())
            .then(|| format!("these fields of [package] are missing: {}", missing.join(", ")))
    }

    fn lay(&mut self, it: Metadata, archive: Vec<u8>) {
        let Ok(version) = Version::parse(&it.vers) else { return };
        let sum = Sha256::digest(&archive).iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let deps: Vec<Value> = it.deps.iter().map(dependency).collect();
        // Features as old versions of cargo know them are all that it takes: this index is read by one cargo only.
        let line = json!({
            "name": it.name, "vers": it.vers, "deps": deps, "features": {}, "features2": it.features, "cksum": sum,
            "links": it.links, "rust_version": it.rust_version, "v": 2,
        });
        self.versions.entry(it.name).or_default().push(Published { version, line, archive, yanked: false });
    }

    fn note(&mut self, what: What, package: &str, version: &str, says: &str) {
        let event = Event {
            during: self.during.clone(),
            what,
            package: package.to_owned(),
            version: version.to_owned(),
            says: says.to_owned(),
        };
        self.events.push(event);
    }
}

fn found(value: &Value) -> Response {
    Response { status: 200, body: value.to_string().into_bytes() }
}

fn refusal(status: u16, detail: &str) -> Response {
    Response { status, body: json!({ "errors": [{ "detail": detail }] }).to_string().into_bytes() }
}

/// The two parts of an upload: each stands behind its length.
fn parts(body: &[u8]) -> Option<(Metadata, Vec<u8>)> {
    let part = |body: &[u8]| -> Option<(Vec<u8>, Vec<u8>)> {
        let (length, rest) = body.split_first_chunk::<4>()?;
        let (part, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        Some((part.to_vec(), rest.to_vec()))
    };
    let (metadata, rest) = part(body)?;
    let (archive, _) = part(&rest)?;
    Some((serde_json::from_slice(&metadata).ok()?, archive))
}

/// A dependency as the index tells it; an upload tells it a little differently.
fn dependency(sent: &Value) -> Value {
    let field = |name: &str| sent.get(name).cloned().unwrap_or_default();
    let renamed = sent.get("explicit_name_in_toml").filter(|name| !name.is_null());
    json!({
        "name": renamed.cloned().unwrap_or_else(|| field("name")),
        "req": field("version_req"),
        "features": field("features"),
        "optional": field("optional"),
        "default_features": field("default_features"),
        "target": field("target"),
        "kind": field("kind"),
        "registry": field("registry"),
        "package": if renamed.is_some() { field("name") } else { Value::Null },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> Shelf {
        let mut shelf = Shelf::new("http://127.0.0.1:1", "key");
        shelf.begin("release");
        shelf
    }

    fn ask(shelf: &mut Shelf, method: &str, path: &str, body: &[u8]) -> (u16, String) {
        let request = Request {
            method: method.to_owned(),
            path: path.to_owned(),
            token: "key".to_owned(),
            body: body.to_vec(),
        };
        let response = shelf.answer(&request);
        (response.status, String::from_utf8(response.body).unwrap())
    }

    fn upload(metadata: &Value, archive: &[u8]) -> Vec<u8> {
        let metadata = metadata.to_string().into_bytes();
        let mut body = Vec::new();
        for part in [metadata.as_slice(), archive] {
            body.extend(u32::try_from(part.len()).unwrap().to_le_bytes());
            body.extend(part);
        }
        body
    }

    fn tide(version: &str) -> Vec<u8> {
        let dep = json!({
            "name": "real", "explicit_name_in_toml": "short", "version_req": "^1", "kind": "normal", "optional": false,
        });
        let metadata = json!({
            "name": "tide", "vers": version, "deps": [dep], "features": { "almanac": [] },
            "description": "Tides.", "license": "MIT",
        });
        upload(&metadata, b"abc")
    }

    const NEW: &str = "/api/v1/crates/new";

    #[test]
    fn what_was_published_is_in_the_index_and_can_be_had() {
        let mut shelf = shelf();
        assert_eq!(ask(&mut shelf, "PUT", NEW, &tide("0.1.0")).0, 200);
        let (_, line) = ask(&mut shelf, "GET", "/index/ti/de/tide", b"");
        let line: Value = serde_json::from_str(line.trim()).unwrap();
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!((&line["vers"], &line["cksum"]), (&json!("0.1.0"), &json!(sum)));
        assert_eq!((&line["yanked"], &line["features2"]), (&json!(false), &json!({ "almanac": [] })));
        let dep = &line["deps"][0];
        assert_eq!(
            (&dep["name"], &dep["package"], &dep["req"]),
            (&json!("short"), &json!("real"), &json!("^1"))
        );
        assert_eq!(ask(&mut shelf, "GET", "/dl/tide/0.1.0/download", b""), (200, "abc".to_owned()));
        assert_eq!(ask(&mut shelf, "GET", "/index/config.json", b"").0, 200);
        let seen: Vec<What> = shelf.take_events().iter().map(|event| event.what).collect();
        assert_eq!(seen, [What::Published, What::Downloaded]);
    }

    #[test]
    fn a_version_is_published_once_and_yanking_deletes_nothing() {
        let mut shelf = shelf();
        ask(&mut shelf, "PUT", NEW, &tide("0.1.0"));
        let (status, says) = ask(&mut shelf, "PUT", NEW, &tide("0.1.0+again"));
        assert!(status == 400 && says.contains("exists already"), "{says}");
        assert_eq!(ask(&mut shelf, "DELETE", "/api/v1/crates/tide/0.1.0/yank", b"").0, 200);
        assert!(ask(&mut shelf, "GET", "/index/ti/de/tide", b"").1.contains("\"yanked\":true"));
        assert_eq!(ask(&mut shelf, "GET", "/dl/tide/0.1.0/download", b"").0, 200);
        assert_eq!(ask(&mut shelf, "PUT", "/api/v1/crates/tide/0.1.0/unyank", b"").0, 200);
        assert!(ask(&mut shelf, "GET", "/index/ti/de/tide", b"").1.contains("\"yanked\":false"));
    }

    #[test]
    fn what_does_not_belong_here_is_refused() {
        let mut shelf = shelf();
        let bare = upload(&json!({ "name": "tide", "vers": "0.1.0" }), b"");
        assert!(ask(&mut shelf, "PUT", NEW, &bare).1.contains("description, license"));
        assert!(ask(&mut shelf, "PUT", NEW, &tide("one")).1.contains("not a version"));
        let odd = upload(&json!({ "name": "../tide", "vers": "0.1.0" }), b"");
        assert!(ask(&mut shelf, "PUT", NEW, &odd).1.contains("cannot be the name"));
        for body in [&b""[..], b"\x05\0\0\0{}", b"\xff\xff\xff\xff"] {
            assert_eq!(ask(&mut shelf, "PUT", NEW, body).0, 400);
        }
        for path in ["/dl/tide/9.9.9/download", "/index/ti/de/tide", "/", "/etc/passwd"] {
            assert_eq!(ask(&mut shelf, "GET", path, b"").0, 404, "{path}");
        }
        let stranger = Request { method: "PUT".to_owned(), path: NEW.to_owned(), ..Request::default() };
        assert_eq!(shelf.answer(&stranger).status, 403);
        assert!(shelf.take_events().iter().all(|event| event.what == What::Refused));
    }
}
