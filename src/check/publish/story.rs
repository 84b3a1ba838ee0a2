//! What a registry tells of a release, read in order: was it taken, does it serve those who use it, was what went
//! before it treated well. It must not run anything.

use std::collections::BTreeMap;
use std::path::Path;

use cargo_metadata::semver::{Version, VersionReq};

use super::{Consumer, HOME, RELEASE, VERSIONS};
use crate::check::{Context, Judgement, Package, Verdict};
use crate::process::{Exit, Finished};
use crate::registry::{Ended, Event, NO_PORT, Transcript, What};

/// What is told of a failing program at most; the end says why it failed.
const LINES: usize = 40;

pub(super) fn judge(cx: &Context<'_>, package: &Package, done: &Finished) -> Judgement {
    let seconds = cx.exercise.limits.build.as_secs();
    match done.exit {
        Exit::Code(0) => {}
        Exit::Cancelled => return Judgement::of(Verdict::Cancelled, ""),
        Exit::TimedOut => return late(seconds),
        Exit::Code(NO_PORT) => {
            let (tool, install) =
                ("127.0.0.1".to_owned(), "allow programs to listen on 127.0.0.1".to_owned());
            let reason = "no port could be had on 127.0.0.1, where the registry has to listen";
            return Judgement::of(Verdict::Unavailable { tool, install }, reason);
        }
        _ => return odd(&done.stderr.text()),
    }
    let Ok(mut transcript) = serde_json::from_str::<Transcript>(&done.stdout.text()) else {
        return odd(&done.stdout.text());
    };
    // The directory of the run is ours; what is in it has the names that the learner knows.
    let ours = format!("{}{}", cx.scratch.display(), std::path::MAIN_SEPARATOR);
    for ended in &mut transcript.ended {
        ended.output = ended.output.replace(&ours, "");
    }
    Story { package, transcript: &transcript, done }.judge(seconds)
}

fn late(seconds: u64) -> Judgement {
    let reason = format!("the release and its users took longer than {seconds} s");
    Judgement::of(Verdict::TimedOut(seconds), reason).with_signatures(["timed_out".to_owned()])
}

/// The registry itself did not come to its end.
fn odd(said: &str) -> Judgement {
    let told = "the registry was ended in the middle of the release".to_owned();
    Judgement::of(Verdict::Crashed(told.clone()), told)
        .with_signatures(["crashed".to_owned()])
        .with_detail(said.trim())
}

struct Story<'a> {
    package: &'a Package,
    transcript: &'a Transcript,
    done: &'a Finished,
}

impl<'a> Story<'a> {
    fn judge(&self, seconds: u64) -> Judgement {
        if self.transcript.ended.iter().any(|it| it.exit == Exit::TimedOut) {
            return late(seconds);
        }
        // In this order: a release that was refused explains everything that comes after it.
        let found = self
            .unreachable()
            .or_else(|| self.not_released())
            .or_else(|| self.unserved())
            .or_else(|| self.yanked())
            .or_else(|| self.versions());
        found.unwrap_or_else(Judgement::passed)
    }

    fn ended(&self, name: &str) -> Option<&'a Ended> {
        self.transcript.ended.iter().find(|it| it.name == name)
    }

    fn events(&self, what: What) -> impl Iterator<Item = (usize, &'a Event)> {
        self.transcript.events.iter().enumerate().filter(move |(_, event)| event.what == what)
    }

    /// What the release has brought.
    fn published(&self) -> Option<(usize, &'a Event)> {
        self.events(What::Published).filter(|(_, event)| event.during == RELEASE).last()
    }

    /// A version that nobody gets who asked for the one before. It explains why those cannot be built.
    fn unreachable(&self) -> Option<Judgement> {
        let (_, new) = self.published()?;
        let (_, old) = self.events(What::Published).find(|(_, event)| event.during == "earlier")?;
        let version = Version::parse(&new.version).ok()?;
        let asked = VersionReq::parse(&format!("^{}", old.version)).ok()?;
        (new.package == old.package && !asked.matches(&version)).then(|| {
            let reason = format!(
                "whoever uses {} {} asks for something compatible with it, and {} is not",
                old.package, old.version, new.version
            );
            failure("unreachable", reason, "")
        })
    }

    fn not_released(&self) -> Option<Judgement> {
        let Some(release) = self.ended(RELEASE) else {
            // Our own part before it failed: the last one that ran says how.
            let last = self.transcript.ended.last();
            return Some(odd(&last.map(|it| it.output.clone()).unwrap_or_default()));
        };
        let failed = release.exit != Exit::Code(0);
        let mut refused = self.events(What::Refused).filter(|(_, event)| event.during == RELEASE);
        if let Some((_, event)) = refused.next().filter(|_| failed || self.published().is_none()) {
            let reason = format!("the registry refused {} {}: {}", event.package, event.version, event.says);
            return Some(failure("refused", reason, &release.output));
        }
        if failed && let Some(reason) = self.reused() {
            return Some(failure("refused", reason, &release.output));
        }
        if failed {
            let how = match release.exit {
                Exit::Code(code) => format!("with code {code}"),
                _ => "by a signal".to_owned(),
            };
            return Some(failure("release", format!("the release ended {how}"), &release.output));
        }
        if self.published().is_none() {
            let reason = "the release ended well, and nothing new is in the registry";
            return Some(failure("nothing", reason, &release.output));
        }
        None
    }

    /// The learner's package has the version that is out already. cargo looks into the index before it asks the registry.
    fn reused(&self) -> Option<String> {
        let manifest = self.package.theirs.get(Path::new("Cargo.toml"))?;
        let manifest: toml::Table = String::from_utf8_lossy(manifest).parse().ok()?;
        let field = |name: &str| manifest.get("package")?.get(name)?.as_str();
        let (name, version) = (field("name")?, field("version")?);
        let taken = |event: &Event| event.package == name && event.version == version;
        let here = self.published().is_none() && self.events(What::Published).any(|(_, event)| taken(event));
        here.then(|| format!("{name} {version} is in the registry already, and a version is published once"))
    }

    /// All users whom the release leaves without a build, the first one's words.
    fn unserved(&self) -> Option<Judgement> {
        let consumers = Consumer::all(self.package);
        let failing: Vec<(&Consumer, &Ended)> = consumers
            .iter()
            .filter_map(|it| Some((it, self.ended(&it.name)?)))
            .filter(|(_, ended)| ended.exit != Exit::Code(0))
            .collect();
        let (first, ended) = failing.first()?;
        let whose = if first.is_locked() {
            "who has a lock file from before"
        } else {
            "who starts now, and so gets what a new user gets"
        };
        let reason = format!("`{}`, {whose}, cannot be built or tested", first.name);
        let names = failing.iter().map(|(it, _)| format!("publish:{}", it.name));
        Some(Judgement::of(Verdict::Failed, reason).with_signatures(names).with_detail(tail(&ended.output)))
    }

    /// What became of the version before, where there was one.
    fn yanked(&self) -> Option<Judgement> {
        let (at, new) = self.published()?;
        let gone = |event: &Event| {
            let same = |other: &&Event| other.package == event.package && other.version == event.version;
            let mut all = self.transcript.events.iter().filter(same);
            let last = all.rfind(|it| matches!(it.what, What::Yanked | What::Unyanked));
            last.is_some_and(|it| it.what == What::Yanked)
        };
        if gone(new) {
            let reason =
                format!("{} {} was yanked, the very version that mends it", new.package, new.version);
            return Some(failure("yank", reason, ""));
        }
        let (_, old) = self.events(What::Published).find(|(_, event)| event.during == "earlier")?;
        if !gone(old) {
            let reason = format!(
                "{} {} can still be chosen by a new user: nobody has yanked it",
                old.package, old.version
            );
            return Some(failure("yank", reason, ""));
        }
        let (yank, _) = self.events(What::Yanked).find(|(_, event)| event.version == old.version)?;
        let tried = |(place, event): (usize, &Event)| {
            place > at && place < yank && event.package == new.package && event.version == new.version
        };
        let proven = self.events(What::Downloaded).any(tried);
        (!proven).then(|| {
            let reason = format!(
                "{} {} was yanked before anybody had built with {} from the registry: had that been broken as well, \
                 new users would have been left with nothing",
                old.package, old.version, new.version
            );
            failure("unproven", reason, "")
        })
    }

    /// The learner's word for the versions, where it is asked for.
    fn versions(&self) -> Option<Judgement> {
        let is_versions = |path: &&std::path::PathBuf| path.file_name().is_some_and(|name| name == VERSIONS);
        if !self.package.files().contains_key(Path::new(VERSIONS)) {
            return None;
        }
        let path = self.done.files.keys().find(is_versions)?;
        let text = String::from_utf8_lossy(self.done.files.get(path)?).into_owned();
        let Ok(claimed) = toml::from_str::<BTreeMap<String, String>>(&text) else {
            let reason = format!("{VERSIONS} is not a list of lines `name = \"version\"`");
            return Some(failure("versions", reason, ""));
        };
        let (_, new) = self.published()?;
        for it in Consumer::all(self.package) {
            let lock = self.done.files.get(&Path::new(HOME).join(&it.kind).join(&it.name).join("Cargo.lock"));
            let got = lock.and_then(|lock| locked(&String::from_utf8_lossy(lock), &new.package));
            let said = claimed.get(&it.name);
            if got.as_ref() != said {
                let said = said.map_or_else(|| "no version".to_owned(), |said| format!("\"{said}\""));
                let reason = format!(
                    "{VERSIONS} says {said} for `{}`, and that is not what it was built with",
                    it.name
                );
                return Some(failure("versions", reason, ""));
            }
        }
        None
    }
}

/// The version of a package in a lock file.
fn locked(lock: &str, package: &str) -> Option<String> {
    let locked = crate::curriculum::crates::locked(lock);
    locked.into_iter().find(|it| it.name == package).map(|it| it.version)
}

fn failure(what: &str, reason: impl Into<String>, output: &str) -> Judgement {
    Judgement::of(Verdict::Failed, reason)
        .with_signatures([format!("publish:{what}")])
        .with_detail(tail(output))
}

fn tail(output: &str) -> String {
    let lines: Vec<&str> = output.trim().lines().collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}
