//! `publish`: the package goes to a registry on 127.0.0.1 and comes from there to those who use it. What is run is a
//! plan for the registry (`crate::registry`), which is a program of ours; this file writes the plan, and `story` reads
//! what came of it.
//!
//! The layout of such a package:
//!
//! * `earlier/`, where it is there: the version that was published before; its users keep it.
//! * `release.sh`, where it is there: the learner's way to publish. Without it the check says `cargo publish`.
//! * `consumers/fresh/<name>/`: their tests have to pass with what a new user gets.
//! * `consumers/locked/<name>/`: their lock file is made before the release, and has to hold afterwards.
//! * `versions.toml`, where it is there: the learner's word for which version each of them got.

mod story;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::cargo::Cargo;
use super::{Check, Context, Judgement, Package, Step, Verdict, build};
use crate::curriculum::Exercise;
use crate::process::{CommandSpec, Finished};
use crate::registry::{self, Plan, Program};
use crate::toolchain::Tool;

/// The check word `publish`.
pub struct Publish;

/// Where everything of a run lies, seen from the scratch directory. Not directly in it: cargo would take what lies
/// there for members of the workspace that keeps it from looking further up.
const HOME: &str = "exercises/registry";

/// The learner's script.
const SCRIPT: &str = "release.sh";

/// The learner's word for the versions.
const VERSIONS: &str = "versions.toml";

/// The name of the program that releases, in plans and transcripts.
const RELEASE: &str = "release";

/// Nothing but the registry can be reached: there is no other source.
const CONFIG: &str =
    "[source.crates-io]\nreplace-with = \"nothing\"\n\n[source.nothing]\ndirectory = \"nothing\"\n";

/// Variables of the user's that would lead cargo elsewhere.
const LEADS_AWAY: [&str; 4] = ["CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTRIES_", "CARGO_SOURCE_"];

impl Check for Publish {
    fn name(&self) -> &'static str {
        "publish"
    }

    fn passes_when(&self) -> &'static str {
        "the package reaches a registry on 127.0.0.1 by the learner's release.sh (or by `cargo publish`), the tests of \
         new users and of those with a lock file from before pass with what they get from there, and a version before \
         it that is to go is yanked, not sooner than somebody has built with the new one"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &[
            "publish:refused",
            "publish:release",
            "publish:unreachable",
            "publish:nothing",
            "publish:<consumer>",
            "publish:yank",
            "publish:unproven",
            "publish:versions",
            "timed_out",
        ]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        build::tools(exercise)
    }

    fn files(&self, cx: &Context<'_>) -> Vec<(PathBuf, Vec<u8>)> {
        let Some(package) = cx.package else { return Vec::new() };
        let home = Path::new(HOME);
        let plan = serde_json::to_vec(&plan(cx, package)).unwrap_or_default();
        let mut files = vec![(home.join("plan.json"), plan), (home.join("nothing/.keep"), Vec::new())];
        for whose in ["publisher", "users"] {
            // `directory` is meant from where the directory of this file lies.
            files.push((home.join(whose).join("config.toml"), CONFIG.as_bytes().to_vec()));
        }
        let consumers = package.ours.iter().filter_map(|(path, bytes)| {
            Some((home.join(path.strip_prefix("consumers").ok()?), bytes.clone()))
        });
        files.extend(consumers);
        files
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let Some(package) = cx.package else {
            return Step::Verdict(Judgement::of(Verdict::Failed, "only packages can be published"));
        };
        match done.first() {
            None => Step::Run(vec![command(cx, package)]),
            Some(done) => Step::Verdict(story::judge(cx, package, done)),
        }
    }

    fn speaks_at_once(&self) -> bool {
        false
    }
}

/// One who uses the package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Consumer {
    /// `fresh` or `locked`.
    kind: String,
    name: String,
}

impl Consumer {
    fn all(package: &Package) -> BTreeSet<Self> {
        let parts = |path: &PathBuf| {
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            match parts.as_slice() {
                [first, kind, name, _, ..] if first == "consumers" => {
                    Some(Self { kind: kind.clone(), name: name.clone() })
                }
                _ => None,
            }
        };
        package.ours.keys().filter_map(parts).collect()
    }

    fn is_locked(&self) -> bool {
        self.kind == "locked"
    }

    /// Seen from the scratch directory: the copy that we judge.
    fn dir(&self) -> PathBuf {
        Path::new(HOME).join(&self.kind).join(&self.name)
    }
}

/// The registry, with the plan.
fn command(cx: &Context<'_>, package: &Package) -> CommandSpec {
    let plan = cx.scratch.join(HOME).join("plan.json");
    let cargo = Cargo { tools: cx.tools, env: cx.env, cwd: cx.scratch, timeout: cx.exercise.limits.build };
    let mut spec = cargo.call(&[OsString::from(registry::WORD), plan.into()]);
    spec.program = cx.own.to_path_buf();
    spec.env.retain(|name, _| {
        let name = name.to_string_lossy();
        !name.to_lowercase().ends_with("_proxy") && !LEADS_AWAY.iter().any(|start| name.starts_with(start))
    });
    let (token, value) = registry::TOKEN;
    spec.env.insert(token.into(), value.into());
    spec.env.insert("CARGO_HOME".into(), cx.scratch.join(HOME).join("publisher").into());
    spec.env.insert("CARGO_TARGET_DIR".into(), cx.scratch.join(HOME).join("target").into());
    spec.env.insert("PATH".into(), path(cx));
    spec.bring = Consumer::all(package).iter().map(|it| it.dir().join("Cargo.lock")).collect();
    spec.bring.push(cx.exercise.path.join(VERSIONS));
    spec
}

/// The toolchain that judges stands first: a script says `cargo` and means ours.
fn path(cx: &Context<'_>) -> OsString {
    let cargo = cx.tools.path(&Tool::Cargo);
    let first = cargo.iter().filter_map(|cargo| cargo.parent()).map(Path::to_path_buf);
    let theirs = cx.env.get(std::ffi::OsStr::new("PATH")).cloned().unwrap_or_default();
    std::env::join_paths(first.chain(std::env::split_paths(&theirs))).unwrap_or(theirs)
}

/// What happens beside the registry, in this order.
fn plan(cx: &Context<'_>, package: &Package) -> Plan {
    let cargo = cx.tools.path(&Tool::Cargo).unwrap_or_else(|| PathBuf::from("cargo"));
    let seconds = cx.exercise.limits.build.as_secs();
    let run = |name: &str, cwd: PathBuf, args: &[&str]| Program {
        name: name.to_owned(),
        program: cargo.clone(),
        args: args.iter().map(|&arg| arg.to_owned()).collect(),
        env: BTreeMap::new(),
        cwd,
        seconds,
        needed: true,
    };
    let consumers = Consumer::all(package);
    let mut programs = Vec::new();
    if package.ours.contains_key(Path::new("earlier/Cargo.toml")) {
        let earlier = ["publish", "--no-verify", "--allow-dirty", "--registry", registry::NAME];
        programs.push(run("earlier", package.dir.join("earlier"), &earlier));
    }
    for it in consumers.iter().filter(|it| it.is_locked()) {
        // The learner's copy and ours.
        let theirs = package.dir.join("consumers").join(&it.kind).join(&it.name);
        for dir in [theirs, cx.scratch.join(it.dir())] {
            programs.push(run(&format!("lock {}", it.name), dir, &["generate-lockfile"]));
        }
    }
    let mut release =
        run(RELEASE, package.dir.clone(), &["publish", "--allow-dirty", "--registry", registry::NAME]);
    if package.files().contains_key(Path::new(SCRIPT)) {
        release.program =
            cx.tools.path(&Tool::Program("sh".to_owned())).unwrap_or_else(|| PathBuf::from("/bin/sh"));
        release.args = vec![SCRIPT.to_owned()];
    }
    programs.push(release);
    // Users have nothing in their cache: what they use, the registry still has.
    let users = cx.scratch.join(HOME).join("users").to_string_lossy().into_owned();
    for it in &consumers {
        let args: &[&str] = if it.is_locked() { &["test", "--locked"] } else { &["test"] };
        let mut test = run(&it.name, cx.scratch.join(it.dir()), args);
        test.env.insert("CARGO_HOME".to_owned(), users.clone());
        test.needed = false;
        programs.push(test);
    }
    Plan { programs }
}
