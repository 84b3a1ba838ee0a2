//! `emit`, with what the real compiler emits.

use cargo_roadmap::check::Word;

use crate::support::MadeUp;

const CHECKED: &str = "pub fn first_three(x: &[u32]) -> u32 {
    x[0] ^ x[1] ^ x[2]
}
";

const SLICED: &str = "pub fn first_three(x: &[u32]) -> u32 {
    let [a, b, c, ..] = x else { return 0 };
    a ^ b ^ c
}
";

#[test]
fn bounds_checks_are_seen_in_instructions_and_in_the_middle_language() {
    for (kind, trace) in [("asm", "panic_bounds_check"), ("mir", "assert(")] {
        let entry = format!(
            "checks = [\"emit\"]\nemit = [{{ fact = \"unchecked\", kind = \"{kind}\", function = \"first_three\", absent = [\"{trace}\"] }}]"
        );
        let exercise = MadeUp::new(&entry, "#[cfg(test)]\nmod checks {}\n", &[]);
        exercise.passes(SLICED);
        let told = exercise.fails(CHECKED, &["emit:unchecked"]);
        assert!(told.contains(trace), "{told}");
        let told = exercise.fails("fn other() {}\n", &["emit:unchecked"]);
        assert!(told.contains("is it still there"), "{told}");
        exercise.fails("pub fn first_three(x: &[u32]) -> u32 { y }\n", &["E0425@1"]);
    }
}

#[test]
fn private_functions_methods_and_instances_have_names() {
    let entry = "checks = [\"emit\"]\nemit = [{ fact = \"push\", kind = \"asm\", function = \"Ring::push\", absent = [\"panic\"] },\n\
        { fact = \"one_instance\", kind = \"symbols\", contains = [\"made_up::largest::<u32>\"], absent = [\"made_up::largest::<u8>\"] }]";
    let exercise = MadeUp::new(entry, "#[cfg(test)]\nmod checks {}\n", &[]);
    let ring = "struct Ring { bits: u64 }\nimpl Ring { fn push(&mut self, bit: bool) { self.bits = self.bits << 1 | u64::from(bit); } }\n\
        #[inline(never)]\nfn largest<T: Copy + Ord + Default>(x: &[T]) -> T { x.iter().copied().max().unwrap_or_default() }\n\
        pub fn wide(x: &[u32]) -> u32 { largest(x) }\n";
    exercise.passes(ring);
    exercise
        .fails(&format!("{ring}pub fn narrow(x: &[u8]) -> u8 {{ largest(x) }}\n"), &["emit:one_instance"]);
    exercise.fails(
        &ring
            .replace("self.bits << 1", "assert!(self.bits < 9); self.bits << 1")
            .replace("self.bits = assert!(self.bits < 9);", "assert!(self.bits < 9); self.bits ="),
        &["emit:push"],
    );
}

#[test]
fn another_machines_facts_leave_the_exercise_partial() {
    let other = if cfg!(target_arch = "s390x") { "x86_64" } else { "s390x" };
    let entry = format!(
        "checks = [\"emit\"]\nemit = [{{ fact = \"a\", kind = \"asm\", absent = [\"b\"], arch = [\"{other}\"] }}]"
    );
    let outcome = MadeUp::new(&entry, "", &[]).judge(SLICED);
    assert_eq!(outcome.word(), Word::Partial, "{:#?}", outcome.decisive());
}
