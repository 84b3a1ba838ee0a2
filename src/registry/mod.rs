//! `cargo-roadmap __registry PLAN`: the hidden subcommand that is a package registry for as long as the programs of a
//! plan run. It listens on 127.0.0.1 alone, on a port that the system chooses, runs one program after the other with
//! the address in its environment, prints what happened as JSON, and ends. Nothing of it outlives the run. It must not
//! judge: `check::publish` reads what it prints.

mod http;
mod shelf;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::process::os::OsRunner;
use crate::process::{Cancel, Capture, CommandSpec, Exit, Runner as _};
use shelf::Shelf;

/// The subcommand's name, by which `main` knows that it is meant.
pub const WORD: &str = "__registry";

/// What cargo calls this registry.
pub const NAME: &str = "roadmap";

/// The variable in which a program finds the address of the registry.
pub const INDEX: &str = "CARGO_REGISTRIES_ROADMAP_INDEX";

/// The variable in which a program finds what lets it publish, and its value: nobody else can reach this registry.
pub const TOKEN: (&str, &str) = ("CARGO_REGISTRIES_ROADMAP_TOKEN", "yours-for-this-run");

/// Ends with this where no port could be had on 127.0.0.1.
pub const NO_PORT: i32 = 3;

/// How much of a program's output is kept.
const OUTPUT_CAP: usize = 64 << 10;

/// Programs that run one after the other beside the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// In this order.
    pub programs: Vec<Program>,
}

/// One program of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// By which it is found in the transcript.
    pub name: String,
    /// Its path.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<String>,
    /// Variables that it gets beside those of the whole run.
    pub env: BTreeMap<String, String>,
    /// Where it runs.
    pub cwd: PathBuf,
    /// The longest that it may take.
    pub seconds: u64,
    /// Whether the programs after it run only if it ends well.
    pub needed: bool,
}

/// What the programs did, and what the registry saw of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// How each program that was started ended.
    pub ended: Vec<Ended>,
    /// In the order in which they came.
    pub events: Vec<Event>,
}

/// How one program ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// The program's name in the plan.
    pub name: String,
    /// How.
    pub exit: Exit,
    /// What it wrote: standard output, then standard error.
    pub output: String,
}

/// Something that happened to a version of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The program that ran then.
    pub during: String,
    /// What happened.
    pub what: What,
    /// The package.
    pub package: String,
    /// Its version.
    pub version: String,
    /// What the registry answered where it refused.
    pub says: String,
}

/// What can happen to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It is new.
    Published,
    /// It was not taken.
    Refused,
    /// Somebody got it.
    Downloaded,
    /// Nobody new shall get it.
    Yanked,
    /// Everybody may have it again.
    Unyanked,
}

/// Runs the subcommand; `args` is what follows [`WORD`].
#[must_use]
pub fn main(mut args: impl Iterator<Item = OsString>) -> ExitCode {
    // Nobody calls it by hand: a code is enough where the plan cannot be read.
    let plan = args.next().and_then(|path| std::fs::read(path).ok());
    let Some(plan) = plan.and_then(|bytes| serde_json::from_slice::<Plan>(&bytes).ok()) else {
        return ExitCode::from(2);
    };
    let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)) else { return no_port() };
    let Ok(address) = listener.local_addr() else { return no_port() };
    let shelf = Arc::new(Mutex::new(Shelf::new(&format!("http://{address}"), TOKEN.1)));
    let served = Arc::clone(&shelf);
    let serve = move || http::serve(&listener, &served);
    if std::thread::Builder::new().name("registry".to_owned()).spawn(serve).is_err() {
        return no_port();
    }
    let Ok(own) = std::env::current_exe() else { return ExitCode::FAILURE };
    let ended = run(&plan, &OsRunner::new(own), &format!("sparse+http://{address}/index/"), &shelf);
    let events = shelf.lock().unwrap_or_else(PoisonError::into_inner).take_events();
    let told = serde_json::to_vec(&Transcript { ended, events }).unwrap_or_default();
    match std::io::stdout().write_all(&told) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE, // nobody reads it
    }
}

fn no_port() -> ExitCode {
    ExitCode::from(u8::try_from(NO_PORT).unwrap_or(1))
}

/// All programs in their order, until one that is needed fails.
fn run(plan: &Plan, runner: &OsRunner, index: &str, shelf: &Mutex<Shelf>) -> Vec<Ended> {
    let mut ended = Vec::new();
    for program in &plan.programs {
        shelf.lock().unwrap_or_else(PoisonError::into_inner).begin(&program.name);
        // What whoever started us chose for us is what the programs get; the address alone was not known before.
        let mut env: BTreeMap<OsString, OsString> = std::env::vars_os().collect();
        env.insert(INDEX.into(), index.into());
        env.extend(program.env.iter().map(|(name, value)| (name.into(), value.into())));
        let spec = CommandSpec {
            program: program.program.clone(),
            args: program.args.iter().map(OsString::from).collect(),
            env,
            cwd: program.cwd.clone(),
            timeout: Duration::from_secs(program.seconds),
            // The limits are those of this process, which runs below a keeper itself.
            confine: None,
            capture: Capture::HeadAndTail(OUTPUT_CAP),
            bring: Vec::new(),
        };
        let (exit, output) = match runner.run(&spec, &Cancel::new(), &|_, _| {}) {
            Ok(done) => (done.exit, format!("{}{}", done.stdout.text(), done.stderr.text())),
            Err(error) => (Exit::Code(127), error.to_string()),
        };
        ended.push(Ended { name: program.name.clone(), exit, output });
        if program.needed && exit != Exit::Code(0) {
            break;
        }
    }
    ended
}
