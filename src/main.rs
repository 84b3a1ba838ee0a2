//! t
use std::process::ExitCode;
fn main() -> ExitCode {
    let mut args = std::env::args_os();
    if args.by_ref().nth(1).is_some_and(|word| word == "__confine") {
        return cargo_roadmap::process::os::confine::main(args);
    }
    ExitCode::SUCCESS
}
