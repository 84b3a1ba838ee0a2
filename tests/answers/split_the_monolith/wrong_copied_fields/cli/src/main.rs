use std::process::ExitCode;

use postage_core::{price, shown};

fn main() -> ExitCode {
    match answer(&args::Line::own()) {
        Ok(answer) => println!("{answer}"),
        Err(refusal) => {
            eprintln!("{refusal}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// The answer to a command line.
fn answer(line: &args::Line) -> Result<String, args::Refusal> {
    let number = |place| line.word(place)?.parse().map_err(|_| line.refuse(place));
    let (grams, zone): (u32, u32) = (number(1)?, number(2)?);
    let cents = u8::try_from(zone)
        .ok()
        .and_then(|zone| price(grams, zone))
        .ok_or_else(|| line.refuse(2))?;
    Ok(shown(cents))
}
