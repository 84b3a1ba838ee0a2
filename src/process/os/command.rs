//! The single place that makes a [`Command`]. It must not start anything: that is for the caller,
//! who knows what the program may do and how it is ended.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// A command without input, in a process group of its own where the system has them.
#[expect(clippy::disallowed_methods, reason = "the one home of starting programs")]
pub(super) fn command<A: AsRef<OsStr>>(program: &OsStr, args: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}
