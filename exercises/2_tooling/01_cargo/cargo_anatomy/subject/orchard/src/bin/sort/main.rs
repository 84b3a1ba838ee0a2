mod rules;

fn main() {}
