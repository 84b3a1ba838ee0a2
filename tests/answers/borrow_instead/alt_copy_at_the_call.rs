fn widest(team: &[String]) -> usize {
    team.iter()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0)
}

fn is_member(team: &[String], name: &str) -> bool {
    team.iter().any(|member| member == name)
}

fn best(diary: &[u32]) -> u32 {
    diary.iter().copied().min().unwrap_or(u32::MAX)
}

fn middle(mut diary: Vec<u32>) -> u32 {
    diary.sort();
    diary[diary.len() / 2]
}

fn enter(team: &[String], name: &str, diary: &mut Vec<u32>, seconds: u32) -> (usize, u32, u32) {
    if is_member(team, name) {
        diary.push(seconds);
    }
    (widest(team), best(diary), middle(diary.clone()))
}
