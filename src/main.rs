//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args_os();
    // The program of a learner is started by a copy of ourselves that limits and watches it.
    match args.by_ref().nth(1) {
        Some(word) if word == "__confine" => return cargo_roadmap::process::os::confine::main(args),
        // What a learner built for another machine is interpreted by a copy of ourselves, which runs below the first.
        Some(word) if word == "__machine" => return cargo_roadmap::machines::main(args),
        // A registry that lasts as long as what is published to it: a copy of ourselves, which runs below the first.
        Some(word) if word == cargo_roadmap::registry::WORD => return cargo_roadmap::registry::main(args),
        _ => {}
    }
    // A panic has been told by its hook, with the place in our code; what is left is to say that it was our fault.
    let code = std::panic::catch_unwind(|| cargo_roadmap::commands::main(std::env::args_os()));
    code.unwrap_or(cargo_roadmap::commands::code::BUG).into()
}
