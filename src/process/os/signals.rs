//! The names of signals. Numbers differ between systems (10 is SIGUSR1 on Linux and SIGBUS on macOS),
//! so the table is the system's own; it must not guess where there is no name.

/// The name of a signal on this system, as `SIGSEGV` for 11; `None` for numbers without one.
#[must_use]
pub fn signal_name(signal: i32) -> Option<&'static str> {
    #[cfg(unix)]
    return signal_hook::low_level::signal_name(signal);
    #[cfg(not(unix))]
    {
        let _ = signal;
        None // Windows knows exit codes only
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::signal_name;

    #[test]
    fn the_signals_that_end_programs_have_names() {
        let named = [4, 6, 8, 9, 11, 13, 15].map(signal_name);
        let want = ["SIGILL", "SIGABRT", "SIGFPE", "SIGKILL", "SIGSEGV", "SIGPIPE", "SIGTERM"];
        assert_eq!(named, want.map(Some));
        assert_eq!(signal_name(signal_hook::consts::SIGBUS), Some("SIGBUS"));
        assert_eq!(signal_name(64), None);
    }
}
