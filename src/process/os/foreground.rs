//! Programs that a person uses: an editor that gets our terminal, or one with a window of its own. Nothing of
//! theirs is read or limited, and they may outlive us. It must not start anything a learner wrote.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Runs a program in our terminal and waits for it.
pub fn lend_terminal(
    program: &Path,
    args: &[OsString],
    env: &BTreeMap<OsString, OsString>,
    cwd: &Path,
) -> io::Result<ExitStatus> {
    command(program, args, env, cwd).status()
}

/// Starts a program with a window of its own, and leaves it to itself.
pub fn leave_running(
    program: &Path,
    args: &[OsString],
    env: &BTreeMap<OsString, OsString>,
    cwd: &Path,
) -> io::Result<()> {
    let mut command = command(program, args, env, cwd);
    // Ctrl-C in our terminal is not meant for it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // Somebody has to take note of its end, or it stays in the process table.
    std::thread::Builder::new().name("window".to_owned()).spawn(move || drop(child.wait()))?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a home of starting programs: these are the user's own")]
fn command(program: &Path, args: &[OsString], env: &BTreeMap<OsString, OsString>, cwd: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(args).env_clear().envs(env).current_dir(cwd);
    command
}
