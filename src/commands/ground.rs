//! What a command stands on: the user's environment, clock, place and wishes, read once and here only.
//! It must not look into a workspace.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::IsTerminal as _;
use std::path::PathBuf;

use crate::cli::{Common, Format, When};
use crate::output::style::TALL;
use crate::output::{Reporter, Style};
use crate::toolchain::{Surroundings, miri};

/// Variables that children get. Everything else stays outside: `RUSTFLAGS`, `RUSTC_WRAPPER`, `CARGO_BUILD_TARGET`
/// and their like would change what is judged.
const PASSED_ON: [&str; 31] = [
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "TMPDIR",
    "TEMP",
    "TMP",
    "LANG",
    "TZ",
    "CARGO_HOME",
    "RUSTUP_HOME",
    "LD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "SDKROOT",
    "DEVELOPER_DIR",
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "USERPROFILE",
    "LOCALAPPDATA",
    "APPDATA",
    "PROGRAMFILES",
    "PATHEXT",
    "COMSPEC",
    "http_proxy",
    "https_proxy",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
];

/// How the user's cargo finds its registries; without these it would look for crates elsewhere than it fetched them
/// from. What lets somebody publish is not among them.
const OF_CARGO: [&str; 4] = ["CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTRIES_", "CARGO_SOURCE_"];

fn is_of_cargo(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| {
        let secret = name.ends_with("_TOKEN") || name.contains("_CREDENTIAL");
        OF_CARGO.iter().any(|start| name.starts_with(start)) && !secret
    })
}

/// Everything a command may know of the world around it.
#[derive(Debug)]
pub struct Ground {
    /// Where the user stands.
    pub cwd: PathBuf,
    /// The whole environment.
    pub env: BTreeMap<OsString, OsString>,
    /// Our own program, which also confines the programs of learners.
    pub own: PathBuf,
    /// What the user wished for every command.
    pub common: Common,
    /// How many exercises are judged at once.
    pub workers: usize,
}

impl Ground {
    /// Reads the world. The only place that does.
    pub fn read(common: Common) -> std::io::Result<Self> {
        Ok(Self {
            cwd: std::env::current_dir()?,
            env: std::env::vars_os().collect(),
            own: std::env::current_exe()?,
            common,
            workers: std::thread::available_parallelism().map_or(1, usize::from),
        })
    }

    /// The wall clock.
    #[must_use]
    pub fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    /// A variable, where it is set and not empty.
    #[must_use]
    pub fn var(&self, name: &str) -> Option<&OsStr> {
        self.env.get(OsStr::new(name)).map(OsString::as_os_str).filter(|value| !value.is_empty())
    }

    /// The environment that children get.
    #[must_use]
    pub fn child_env(&self) -> BTreeMap<OsString, OsString> {
        let wanted = PASSED_ON.iter().filter_map(|&name| {
            let value = self.env.get(OsStr::new(name))?;
            Some((OsString::from(name), value.clone()))
        });
        let of_cargo = self.env.iter().filter(|(name, _)| is_of_cargo(name));
        wanted.chain(of_cargo.map(|(name, value)| (name.clone(), value.clone()))).collect()
    }

    /// What the search for tools needs: rustup's wishes count there, compiler flags do not.
    #[must_use]
    pub fn surroundings(&self) -> Surroundings {
        let mut env = self.child_env();
        for name in ["CARGO", "RUSTUP_TOOLCHAIN", miri::CHOICE, miri::SYSROOT] {
            if let Some(value) = self.var(name) {
                env.insert(name.into(), value.to_os_string());
            }
        }
        Surroundings { env, cwd: self.cwd.clone() }
    }

    /// Whether somebody sits in front of it.
    #[must_use]
    pub fn interactive(&self) -> bool {
        let dumb = self.var("TERM").is_some_and(|term| term == "dumb");
        std::io::stdout().is_terminal() && std::io::stdin().is_terminal() && !dumb
    }

    /// `--color`, then `CARGO_TERM_COLOR` (clap reads it), then `NO_COLOR` and `CLICOLOR_FORCE`, then the terminal.
    #[must_use]
    pub fn colour(&self, terminal: bool) -> bool {
        match self.common.color.unwrap_or(When::Auto) {
            When::Always => true,
            When::Never => false,
            When::Auto if self.var("NO_COLOR").is_some() => false,
            When::Auto if self.var("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            When::Auto => terminal && self.var("TERM").is_none_or(|term| term != "dumb"),
        }
    }

    /// Where answers go.
    #[must_use]
    pub fn reporter(&self) -> Reporter {
        match self.common.format {
            Format::Json => Reporter::json(),
            Format::Human => {
                let out = std::io::stdout().is_terminal();
                let err = std::io::stderr().is_terminal();
                Reporter::human(self.style(out), self.style(err), self.common.quiet)
            }
        }
    }

    /// Where a session without a screen appends its lines.
    #[must_use]
    pub fn appending_reporter(&self) -> Reporter {
        match self.common.format {
            Format::Json => Reporter::json(),
            Format::Human => {
                let tagged = |terminal| Style { tags: true, ..self.style(terminal) };
                let (out, err) = (std::io::stdout().is_terminal(), std::io::stderr().is_terminal());
                Reporter::human(tagged(out), tagged(err), self.common.quiet)
            }
        }
    }

    /// How text looks on a stream that is a terminal or is not.
    #[must_use]
    pub fn style(&self, terminal: bool) -> Style {
        let columns = self.var("COLUMNS").and_then(|text| text.to_str()?.parse().ok());
        let size = terminal.then(console::Term::stdout).and_then(|term| term.size_checked());
        let width = columns.or_else(|| size.map(|(_, columns)| usize::from(columns))).unwrap_or(80);
        // Above a report stand the command and which exercise it is about, and below it the prompt.
        let height = size.map_or(TALL, |(rows, _)| usize::from(rows).saturating_sub(4).min(TALL));
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| self.var(name));
        let unicode = cfg!(windows)
            || locale.is_some_and(|locale| {
                let locale = locale.to_string_lossy().to_lowercase();
                locale.contains("utf-8") || locale.contains("utf8")
            });
        let hyperlinks = terminal && supports_hyperlinks::supports_hyperlinks();
        let width = width.clamp(20, 400);
        Style { colour: self.colour(terminal), unicode, width, height, hyperlinks, tags: false }
    }
}
