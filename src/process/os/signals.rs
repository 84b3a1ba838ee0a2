//! How a program ended, from its status. It must not know why it was started.

use std::process::ExitStatus;

use crate::process::{Exit, Output};

/// The name of a signal; its numbers are those of this system.
#[must_use]
pub fn signal_name(number: i32) -> Option<&'static str> {
    #[cfg(unix)]
    {
        signal_hook::low_level::signal_name(number)
    }
    #[cfg(not(unix))]
    {
        let _ = number;
        None
    }
}

/// What the status says, and for a confined program what its last words say.
pub(super) fn exit_of(status: ExitStatus, confined: bool, stderr: &Output) -> Exit {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        if let Some(signal) = status.signal() {
            // The limit makes allocation fail; std then says so and aborts. Any other abort is the program's own.
            let out_of_memory = confined && signal == signal_hook::consts::SIGABRT && ran_out(stderr);
            return if out_of_memory { Exit::OutOfMemory } else { Exit::Signal(signal) };
        }
    }
    let _ = (confined, stderr);
    Exit::Code(status.code().unwrap_or(-1))
}

#[cfg(unix)]
fn ran_out(stderr: &Output) -> bool {
    let text = String::from_utf8_lossy(&stderr.bytes);
    text.lines().any(|line| line.starts_with("memory allocation of ") && line.contains(" bytes failed"))
}
