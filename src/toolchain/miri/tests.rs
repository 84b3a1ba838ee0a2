//! Where Miri is looked for, and what is remembered of it.

use super::*;
use crate::process::script::{Reply, Script};

/// A machine with these toolchains, each with a Miri that nobody can run; the script answers for it.
struct Machine {
    dir: tempfile::TempDir,
    around: Surroundings,
}

impl Machine {
    fn with(toolchains: &[&str]) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        for name in toolchains {
            let bin = dir.path().join("toolchains").join(name).join("bin");
            std::fs::create_dir_all(&bin).expect("a toolchain");
            for program in ["miri", "rustc"] {
                let file = tempfile::NamedTempFile::new_in(&bin).expect("a file");
                let path = bin.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
                file.persist(path).expect("a program");
            }
        }
        let env = [("RUSTUP_HOME".into(), dir.path().into())].into();
        Self { around: Surroundings { env, cwd: dir.path().to_path_buf() }, dir }
    }

    fn set(&mut self, name: &str, value: &str) {
        self.around.env.insert(name.into(), value.into());
    }

    fn home(&self, name: &str) -> PathBuf {
        self.dir.path().join("toolchains").join(name)
    }

    /// What is found, and how many programs had to be asked for it.
    fn find(&self, sysroot: &Path, active: &str, known: Option<&Miri>) -> (Option<Miri>, usize) {
        let version = Reply::code(0).stdout("rustc 1.95.0 (59807616e 2026-04-14)\n");
        let sysroot = Reply::code(0).stdout(format!("{}\n", sysroot.display()));
        let asks = |word: &'static str| move |spec: &CommandSpec| spec.args.iter().any(|arg| arg == word);
        let script = Script::new().when(asks("--version"), version).when(asks("sysroot"), sysroot);
        let found = find(&self.around, &script, &self.home(active).join("bin"), known);
        (found, script.asked().len())
    }

    fn toolchain(&self, active: &str) -> Option<String> {
        self.find(Path::new("/elsewhere"), active, None).0.map(|miri| miri.toolchain)
    }
}

#[test]
fn the_active_toolchain_counts_then_nightly_then_any() {
    let mut machine = Machine::with(&["aaa", "nightly-x86_64-unknown-linux-gnu", "stable"]);
    assert_eq!(machine.toolchain("stable").as_deref(), Some("stable"));
    assert_eq!(machine.toolchain("old").as_deref(), Some("nightly-x86_64-unknown-linux-gnu"));
    assert_eq!(Machine::with(&["aaa"]).toolchain("old").as_deref(), Some("aaa"));
    assert_eq!(Machine::with(&[]).toolchain("old"), None);
    machine.set("HOME", "/nowhere");
    machine.set("RUSTUP_HOME", "");
    assert_eq!(machine.toolchain("old"), None, "an empty variable is none");
}

#[test]
fn a_named_toolchain_counts_alone() {
    let mut machine = Machine::with(&["aaa", "nightly", "nightly-2026-01-01-x86_64-unknown-linux-gnu"]);
    machine.set(CHOICE, "nightly-2026-01-01");
    assert_eq!(
        machine.toolchain("aaa").as_deref(),
        Some("nightly-2026-01-01-x86_64-unknown-linux-gnu"),
        "its host need not be written"
    );
    machine.set(CHOICE, "nightly");
    assert_eq!(
        machine.toolchain("aaa").as_deref(),
        Some("nightly"),
        "the whole name goes before a beginning"
    );
    machine.set(CHOICE, "night");
    assert_eq!(machine.toolchain("aaa"), None, "part of a word is no name");
    let path = machine.home("aaa").display().to_string();
    machine.set(CHOICE, &path);
    assert_eq!(machine.toolchain("nightly").as_deref(), Some("aaa"));
}

#[test]
fn the_compilers_library_is_not_miris() {
    let mut machine = Machine::with(&["nightly"]);
    let library = |machine: &Machine, said: &Path| {
        let miri = machine.find(said, "old", None).0.expect("Miri");
        (miri.sysroot_args(), miri.library, miri.version)
    };
    let version = "1.95.0 (59807616e 2026-04-14)".to_owned();
    let own = machine.home("nightly");
    assert_eq!(library(&machine, &own), (Vec::new(), Library::Unbuilt, version.clone()));
    assert_eq!(library(&machine, Path::new("/built/for/it")), (Vec::new(), Library::Own, version.clone()));
    machine.set(SYSROOT, "/mine");
    let (args, library, _) = library(&machine, &own);
    assert_eq!((args, library), (vec!["--sysroot".into(), "/mine".into()], Library::At("/mine".into())));
}

#[test]
fn what_was_found_is_believed_until_the_file_or_a_wish_changes() {
    let mut machine = Machine::with(&["nightly"]);
    let (first, asked) = machine.find(Path::new("/elsewhere"), "old", None);
    assert_eq!(asked, 2);
    assert_eq!(machine.find(Path::new("/elsewhere"), "old", first.as_ref()), (first.clone(), 0));
    machine.set(SYSROOT, "/mine");
    assert_eq!(machine.find(Path::new("/elsewhere"), "old", first.as_ref()).1, 1);
    machine.set(CHOICE, "gone");
    assert_eq!(machine.find(Path::new("/elsewhere"), "old", first.as_ref()), (None, 0));
}

#[test]
fn the_library_is_built_with_the_tools_of_its_own_toolchain() {
    let machine = Machine::with(&["nightly"]);
    let miri = machine.find(Path::new("/elsewhere"), "old", None).0.expect("Miri");
    let spec = miri.setup(&[("PATH".into(), "/usr/bin".into())].into());
    let bin = machine.home("nightly").join("bin");
    assert_eq!(spec.program, bin.join(format!("cargo-miri{}", std::env::consts::EXE_SUFFIX)));
    assert_eq!(spec.args, ["miri", "setup", "--print-sysroot"]);
    let first = std::env::split_paths(&spec.env[OsStr::new("PATH")]).next();
    assert_eq!(first.as_deref(), Some(bin.as_path()));
}
