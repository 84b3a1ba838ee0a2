//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args_os();
    // The program of a learner is started by a copy of ourselves that limits and watches it.
    if args.by_ref().nth(1).is_some_and(|word| word == "__confine") {
        return cargo_roadmap::process::os::confine::main(args);
    }
    cargo_roadmap::commands::main(std::env::args_os()).into()
}
