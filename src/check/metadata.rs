//! `metadata`: what the exercise claims of its packages is so, by what cargo lists and by what the manifests say. It
//! must not build anything.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, Metadata as Listed, PackageId};

use super::{Check, Context, Judgement, Package, Step, Verdict, build, cargo, package_build};
use crate::curriculum::{Claim, Exercise, Fact};
use crate::process::{Exit, Finished};
use crate::toolchain::Tool;

/// The check word `metadata`.
pub struct Metadata;

impl Check for Metadata {
    fn name(&self) -> &'static str {
        "metadata"
    }

    fn passes_when(&self) -> &'static str {
        "what the exercise claims of its members, dependencies and manifests is so, by what cargo lists"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["source:<fact>", "build"]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        build::tools(exercise)
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let Some(package) = cx.package else {
            return Step::Verdict(Judgement::of(Verdict::Failed, "only packages have manifests to look at"));
        };
        let Some(listed) = done.first() else {
            return Step::Run(vec![package_build::metadata(cx, package)]);
        };
        Step::Verdict(judge(cx, package, listed))
    }
}

fn judge(cx: &Context<'_>, package: &Package, listed: &Finished) -> Judgement {
    if listed.exit == Exit::Cancelled {
        return Judgement::of(Verdict::Cancelled, "");
    }
    if cargo::lacks_crates(listed) && !cx.exercise.crates.is_empty() {
        return cargo::unavailable(cx.exercise);
    }
    let parsed = cargo::metadata(&listed.stdout.text()).filter(|_| listed.exit == Exit::Code(0));
    let Some(metadata) = parsed else {
        return Judgement::of(Verdict::Failed, "cargo does not understand the manifests")
            .with_signatures(["build".to_owned()])
            .with_detail(listed.stderr.text().trim());
    };
    let asked = Asked { metadata: &metadata, package };
    let wrong: Vec<&Fact> = cx.exercise.metadata.iter().filter(|fact| !asked.holds(&fact.claim)).collect();
    match wrong.first() {
        None => Judgement::passed(),
        Some(first) => Judgement::of(Verdict::Failed, first.says.clone())
            .with_signatures(wrong.iter().map(|fact| format!("source:{}", fact.name))),
    }
}

/// What the claims are held against.
struct Asked<'a> {
    metadata: &'a Listed,
    package: &'a Package,
}

impl Asked<'_> {
    fn holds(&self, claim: &Claim) -> bool {
        match claim {
            Claim::Members(names) => {
                // A crate that the set lends is a member by lying inside of the workspace.
                let lent = |path: &Path| self.package.ours.contains_key(path);
                let members = self.metadata.workspace_packages().into_iter();
                let theirs = members.filter(|member| !self.inside(member).is_some_and(|path| lent(&path)));
                let there: BTreeSet<&str> = theirs.map(|member| member.name.as_str()).collect();
                there == names.iter().map(String::as_str).collect()
            }
            Claim::Depends(name, others) => {
                let below = self.below(name, false);
                others.iter().all(|other| below.contains(other.as_str()))
            }
            Claim::Free(name, others) => {
                // What is not there is free of everything, and no answer to the exercise.
                let below = self.below(name, true);
                self.id(name).is_some() && !others.iter().any(|other| below.contains(other.as_str()))
            }
            Claim::Inherits(name, fields) => self.manifest(name).is_some_and(|manifest| {
                fields
                    .iter()
                    .all(|field| from_workspace(manifest.get("package").and_then(|it| it.get(field))))
            }),
            Claim::Shared(name, dependencies) => self.manifest(name).is_some_and(|manifest| {
                let table = |key: &str| manifest.get("dependencies").and_then(|it| it.get(key));
                dependencies.iter().all(|dependency| from_workspace(table(dependency)))
            }),
        }
    }

    fn id(&self, name: &str) -> Option<&PackageId> {
        self.metadata
            .workspace_packages()
            .into_iter()
            .find(|member| member.name == name)
            .map(|member| &member.id)
    }

    /// The names of what a member is built from: normal dependencies, direct ones or all.
    fn below(&self, name: &str, all: bool) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut seen: BTreeSet<&PackageId> = BTreeSet::new();
        let mut todo: Vec<&PackageId> = self.id(name).into_iter().collect();
        while let Some(id) = todo.pop() {
            let nodes = self.metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
            for dep in nodes.filter(|node| node.id == *id).flat_map(|node| &node.deps) {
                let normal = dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
                if normal && seen.insert(&dep.pkg) {
                    let package = self.metadata.packages.iter().find(|package| package.id == dep.pkg);
                    found.extend(package.map(|package| package.name.as_str()));
                    todo.extend(all.then_some(&dep.pkg));
                }
            }
        }
        found
    }

    /// A member's manifest by its path in the exercise.
    fn inside(&self, member: &cargo_metadata::Package) -> Option<PathBuf> {
        let path = Path::new(member.manifest_path.as_str()).strip_prefix(&self.package.dir);
        path.ok().map(Path::to_path_buf)
    }

    /// A member's manifest as it is written: what cargo lists does not say what came from the workspace.
    fn manifest(&self, name: &str) -> Option<toml::Table> {
        let member = self.metadata.workspace_packages().into_iter().find(|member| member.name == name)?;
        let path = self.inside(member)?;
        let bytes = self.package.ours.get(&path).or_else(|| self.package.theirs.get(&path))?;
        String::from_utf8_lossy(bytes).parse().ok()
    }
}

fn from_workspace(value: Option<&toml::Value>) -> bool {
    value.and_then(|value| value.get("workspace")?.as_bool()) == Some(true)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::check::build::Externs;
    use crate::check::fixtures::{exercise, finished, toolchain};
    use crate::check::{Sheet, package::Files};
    use crate::curriculum::Form;

    /// A workspace of `base`, `front` and `tasks`; `front` uses `base` and `args`, `tasks` uses nothing.
    const LISTED: &str = include_str!("../../tests/recorded/cargo/workspace_metadata.json");
    const FRONT: &str = "[package]\nname = \"front\"\nversion.workspace = true\nedition = \"2024\"\n\
        [dependencies]\nbase.workspace = true\nargs = { path = \"../args\" }\n";

    fn judged(exit: Exit, stdout: &str, claims: &[Claim]) -> Judgement {
        let facts = claims.iter().enumerate().map(|(place, claim)| Fact {
            name: format!("fact{place}"),
            says: format!("says {place}"),
            claim: claim.clone(),
        });
        let exercise = Exercise { form: Form::Package, metadata: facts.collect(), ..exercise() };
        let (tools, env) = (toolchain(), BTreeMap::new());
        let learners: Files = [(PathBuf::from("front/Cargo.toml"), FRONT.as_bytes().to_vec())].into();
        let mut package = Package::new(&exercise, &learners, &Files::new(), "c0ffee");
        package.dir = PathBuf::from("/home/ada/split");
        let sheet = Sheet::of_package(String::new(), &package);
        let cx = Context {
            exercise: &exercise,
            tools: &tools,
            sheet: &sheet,
            scratch: Path::new("/scratch"),
            companions: &BTreeMap::new(),
            kit: None,
            externs: &Externs::default(),
            package: Some(&package),
            nonce: "c0ffee",
            salt: 0,
            env: &env,
            own: std::path::Path::new("/cargo-roadmap"),
        };
        match Metadata.next(&cx, &[finished(exit, stdout)]) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        }
    }

    fn holds(claim: Claim) -> bool {
        judged(Exit::Code(0), LISTED, &[claim]).verdict == Verdict::Passed
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn claims_hold_or_do_not() {
        let of = |name: &str, others: &[&str]| (name.to_owned(), words(others));
        let depends = |name, others: &[&str]| {
            let (a, b) = of(name, others);
            holds(Claim::Depends(a, b))
        };
        let free = |name, others: &[&str]| {
            let (a, b) = of(name, others);
            holds(Claim::Free(a, b))
        };
        assert!(holds(Claim::Members(words(&["base", "front", "tasks"]))));
        assert!(!holds(Claim::Members(words(&["base", "front"]))));
        assert!(depends("front", &["base", "args"]) && !depends("tasks", &["base"]));
        assert!(free("base", &["args", "front"]) && !free("front", &["args"]));
        assert!(!free("nobody", &["args"]), "a member that is not there is no answer");
        let (front, version) = of("front", &["version"]);
        assert!(holds(Claim::Inherits(front.clone(), version)));
        assert!(!holds(Claim::Inherits(front.clone(), words(&["edition"]))));
        assert!(holds(Claim::Shared(front.clone(), words(&["base"]))));
        assert!(!holds(Claim::Shared(front, words(&["args"]))));
    }

    #[test]
    fn all_that_is_not_so_is_named_and_the_first_speaks() {
        let nobody = || Claim::Members(words(&["nobody"]));
        let fine = Claim::Members(words(&["base", "front", "tasks"]));
        let judged = judged(Exit::Code(0), LISTED, &[fine, nobody(), nobody()]);
        assert_eq!(judged.reason, "says 1");
        assert_eq!(judged.signatures.iter().collect::<Vec<_>>(), ["source:fact1", "source:fact2"]);
    }

    #[test]
    fn what_cargo_does_not_understand_is_the_learners_to_mend() {
        let broken = judged(Exit::Code(101), "", &[]);
        assert_eq!(broken.signatures.iter().collect::<Vec<_>>(), ["build"]);
        assert_eq!(judged(Exit::Cancelled, "", &[]).verdict, Verdict::Cancelled);
    }
}
