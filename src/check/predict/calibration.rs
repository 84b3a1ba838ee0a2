//! How well learners know what they know: how sure they were, beside how often it was so. It must be given first answers:
//! what was mended after the truth was told says nothing about what somebody knew.

/// What an item was answered with at first: how sure, and whether it was so.
pub type First = (Option<u8>, bool);

/// The sentence on these first answers; none where nobody said how sure they were.
#[must_use]
pub fn sentence(first: &[First]) -> Option<String> {
    let sure: Vec<(u32, bool)> =
        first.iter().filter_map(|&(sure, right)| Some((sure?.into(), right))).collect();
    let count = u32::try_from(sure.len()).ok().filter(|&count| count > 0)?;
    let stated = sure.iter().map(|(sure, _)| sure).sum::<u32>() / count;
    let right = sure.iter().map(|(_, right)| u32::from(*right)).sum::<u32>();
    let share = right * 100 / count;
    let verdict = if stated > share + 10 {
        "you trust yourself more than the tools do"
    } else if share > stated + 10 {
        "you know more than you think"
    } else {
        "you know well what you know"
    };
    let left_out = match first.len() - sure.len() {
        0 => String::new(),
        1 => " One answer without a number is not counted.".to_owned(),
        more => format!(" {more} answers without a number are not counted."),
    };
    let told = if count == 1 {
        let so = if right == 1 { "right" } else { "wrong" };
        format!("Your first answer was {so}, and you were {stated} % sure: {verdict}.")
    } else {
        let were = if right == 1 { "was" } else { "were" };
        format!(
            "Of your {count} first answers, {right} {were} right, and you were {stated} % sure on average: {verdict}."
        )
    };
    Some(told + &left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(first: &[First]) -> String {
        sentence(first).unwrap_or_default()
    }

    #[test]
    fn over_and_under_are_told_from_just_right() {
        assert!(of(&[(Some(90), true), (Some(90), false)]).contains("more than the tools"));
        assert!(of(&[(Some(50), true), (Some(60), true)]).contains("more than you think"));
        assert!(of(&[(Some(60), true), (Some(50), false)]).contains("well what you know"));
        assert_eq!(of(&[]), "");
        assert_eq!(of(&[(None, true)]), "");
    }

    #[test]
    fn answers_without_a_number_are_named() {
        let told = of(&[(Some(90), true), (None, false), (Some(70), false)]);
        assert!(told.starts_with("Of your 2 first answers, 1 was right, and you were 80 % sure"), "{told}");
        assert!(told.ends_with(" One answer without a number is not counted."), "{told}");
        assert!(
            of(&[(Some(90), false)]).starts_with("Your first answer was wrong, and you were 90 % sure: ")
        );
    }
}
