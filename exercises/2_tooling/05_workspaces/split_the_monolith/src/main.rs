use std::process::ExitCode;

fn main() -> ExitCode {
    match postage::answer(&args::Line::own()) {
        Ok(answer) => println!("{answer}"),
        Err(refusal) => {
            eprintln!("{refusal}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
