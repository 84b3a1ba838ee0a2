//! What a machine of ours is told on its command line, and what it reports at its end: written here and read here, so
//! that the two sides cannot differ. It must not start anything, nor know how a machine works.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::curriculum::facts::MachineKind;

/// The hidden subcommand that is a machine.
pub const WORD: &str = "__machine";

/// An image to run, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which machine.
    pub kind: MachineKind,
    /// The word with which the report begins; the program in the machine cannot know it.
    pub nonce: String,
    /// The most instructions it may take.
    pub steps: u64,
    /// Seeds what a session draws at random.
    pub salt: u64,
    /// What a host does with a module.
    pub session: String,
    /// What waits at the serial line.
    pub input: String,
    /// Registers of the start that are not as usual.
    pub set: Vec<(String, u16)>,
    /// The image.
    pub image: PathBuf,
}

impl Order {
    /// The arguments that [`Order::read`] reads, the subcommand's name first.
    #[must_use]
    pub fn args(&self) -> Vec<OsString> {
        let mut args: Vec<OsString> = vec![WORD.into(), self.kind.word().into(), self.nonce.clone().into()];
        args.extend([self.steps.to_string().into(), self.salt.to_string().into()]);
        args.extend([self.session.clone().into(), self.input.clone().into()]);
        args.push(self.image.clone().into());
        args.extend(self.set.iter().map(|(name, value)| format!("{name}={value}").into()));
        args
    }

    /// `None` if it is not a whole order. What comes first is what follows [`WORD`].
    pub fn read(mut args: impl Iterator<Item = OsString>) -> Option<Self> {
        let mut text = || args.next()?.into_string().ok();
        let kind = MachineKind::of(&text()?)?;
        let (nonce, steps, salt) = (text()?, text()?.parse().ok()?, text()?.parse().ok()?);
        let (session, input) = (text()?, text()?);
        let image = Path::new(&args.next()?).to_path_buf();
        let set = args.map(|arg| {
            let text = arg.into_string().ok()?;
            let (name, value) = text.split_once('=')?;
            Some((name.to_owned(), value.parse().ok()?))
        });
        let set = set.collect::<Option<_>>()?;
        Some(Self { kind, nonce, steps, salt, session, input, set, image })
    }
}

/// How a program in a machine ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// By itself, with the code it gave, or 0 where the machine knows none.
    Ended(u32),
    /// What a session expects is not so.
    Unmet(String),
    /// It did what the machine cannot do.
    Fault(String),
    /// It had taken all its steps and was still running.
    Steps,
    /// The image is none for this machine; nothing ran.
    Refused(String),
}

/// The last word of a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How it ended.
    pub end: End,
    /// The instructions taken, where the machine counts them.
    pub steps: u64,
}

impl Report {
    /// The line that a machine writes to standard error, which no program in it can reach.
    #[must_use]
    pub fn line(&self, nonce: &str) -> String {
        // A report of plain texts and numbers always has a JSON form.
        format!("{nonce} {}", serde_json::to_string(self).unwrap_or_default())
    }

    /// The report among these lines; none without the word that it begins with.
    #[must_use]
    pub fn read(stderr: &str, nonce: &str) -> Option<Self> {
        let line = stderr.lines().rfind(|line| !line.trim().is_empty())?;
        serde_json::from_str(line.strip_prefix(nonce)?.trim_start()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let order = Order {
            kind: MachineKind::RealMode,
            nonce: "c0ffee".to_owned(),
            steps: 7,
            salt: u64::MAX,
            session: "let p = new(1)\n".to_owned(),
            input: String::new(),
            set: vec![("ds".to_owned(), 0xFFFF), ("df".to_owned(), 1)],
            image: PathBuf::from("/a b/image"),
        };
        let args = order.args();
        assert_eq!(args[0], WORD);
        assert_eq!(Order::read(args.clone().into_iter().skip(1)), Some(order));
        assert_eq!(Order::read(args.into_iter().skip(1).take(6)), None, "half an order");
    }

    #[test]
    fn a_report_needs_its_word() {
        let report = Report { end: End::Fault("at 0x10".to_owned()), steps: 3 };
        let line = report.line("c0ffee");
        assert_eq!(Report::read(&format!("noise\n{line}\n"), "c0ffee"), Some(report));
        assert_eq!(Report::read(&line, "c0ff33"), None);
        assert_eq!(Report::read("", "c0ffee"), None);
    }
}
