// Copy only if needed
//
// A photo index does two things all day long. It brings paths into one form, `/` for `\` and small
// ASCII letters, though most paths have that form already. And it hands out its settings to many
// readers, though these hardly ever change.
//
// Write the three bodies. A path that is fine and a reader of the settings cost no allocation. A
// change never shows in a snapshot that was handed out before; it copies the settings only if such
// a snapshot still exists, and a change to what is there already is no change.
//
// Read: Enum Cow in the standard library
// https://doc.rust-lang.org/std/borrow/enum.Cow.html

use std::borrow::Cow;
use std::sync::Arc;

/// The path in the form that the index uses.
pub fn normalise(path: &str) -> Cow<'_, str> {
    // TODO: Copy the path only if something in it has to change.
    todo!("bring {path:?} into one form")
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub title: String,
    pub folders: Vec<String>,
}

pub struct Settings {
    current: Arc<Config>,
}

impl Settings {
    pub fn new(config: Config) -> Self {
        Settings {
            current: Arc::new(config),
        }
    }

    /// The settings as they are now, to be kept for as long as the reader likes.
    pub fn snapshot(&self) -> Arc<Config> {
        // TODO: Share the settings with the reader.
        todo!("share {:?}", self.current)
    }

    /// Changes the title, for those who ask from now on.
    pub fn rename(&mut self, title: &str) {
        // TODO: Change what is there if nobody else looks at it, and a copy otherwise.
        todo!("rename to {title:?}")
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    fn config() -> Config {
        Config {
            title: "Photos".into(),
            folders: (0..20).map(|number| format!("folder {number}")).collect(),
        }
    }

    #[test]
    fn paths_come_into_one_form() {
        assert_eq!(
            normalise(r"C:\Photos\TIDE.jpg"),
            "c:/photos/tide.jpg",
            "both kinds of change"
        );
        assert_eq!(
            normalise(r"notes\a.txt"),
            "notes/a.txt",
            "only the separator"
        );
        assert_eq!(normalise("notes/B.txt"), "notes/b.txt", "only a capital");
        assert_eq!(
            normalise("notes/ÉTÉ.txt"),
            "notes/ÉtÉ.txt",
            "letters beyond ASCII stay as they are"
        );
        assert_eq!(normalise(""), "", "an empty path");
        let mut rng = ::kit::Rng::salted("paths_come_into_one_form");
        for _ in 0..200 {
            let path: String = (0..rng.below(8))
                .map(|_| *rng.pick(&['a', 'b', 'Z', '/', '\\', 'ß', '€']))
                .collect();
            let expected = path
                .to_ascii_lowercase()
                .split('\\')
                .collect::<Vec<_>>()
                .join("/");
            assert_eq!(normalise(&path), expected, "the form of {path:?}");
        }
    }

    #[test]
    fn a_path_that_is_fine_is_not_copied() {
        let mut rng = ::kit::Rng::salted("a_path_that_is_fine_is_not_copied");
        for _ in 0..50 {
            let path: String = (0..rng.below(9))
                .map(|_| *rng.pick(&['a', 'z', '/', '7', 'É', '€']))
                .collect();
            let (form, seen) = ::kit::allocations(|| normalise(&path));
            assert_eq!(form, path, "nothing has to change");
            assert!(
                matches!(form, Cow::Borrowed(_)) && ::kit::inside(&path, &form),
                "{path:?} was copied"
            );
            assert_eq!(
                seen.count, 0,
                "allocations for {path:?}, which is fine as it is"
            );
        }
    }

    #[test]
    fn readers_share_the_settings() {
        let settings = Settings::new(config());
        let first = settings.snapshot();
        let (second, seen) = ::kit::allocations(|| settings.snapshot());
        assert_eq!(*first, config(), "the settings as they were made");
        assert!(
            Arc::ptr_eq(&first, &second),
            "two readers look at the same settings, not at equal ones"
        );
        assert_eq!(seen.count, 0, "allocations for a reader");
    }

    #[test]
    fn a_snapshot_keeps_what_it_shows() {
        let mut rng = ::kit::Rng::salted("a_snapshot_keeps_what_it_shows");
        let mut settings = Settings::new(config());
        let mut shown = vec![(String::from("Photos"), settings.snapshot())];
        for number in 0..20 {
            let title = format!("Photos {} of {number}", rng.text(3));
            settings.rename(&title);
            if rng.below(2) == 0 {
                shown.push((title.clone(), settings.snapshot()));
            }
            assert_eq!(
                settings.snapshot().title,
                title,
                "whoever asks now sees the new title"
            );
            assert_eq!(
                settings.snapshot().folders,
                config().folders,
                "a new title leaves the folders alone"
            );
        }
        for (title, snapshot) in shown {
            assert_eq!(
                snapshot.title, title,
                "a snapshot shows what was true when it was taken"
            );
        }
    }

    #[test]
    fn a_change_that_nobody_sees_copies_nothing() {
        let mut settings = Settings::new(config());
        let ((), seen) = ::kit::allocations(|| settings.rename("Pictures"));
        assert_eq!(
            settings.snapshot().title,
            "Pictures",
            "the title was changed"
        );
        assert!(
            seen.count <= 1,
            "the new title is one allocation, here are {}",
            seen.count
        );

        let snapshot = settings.snapshot();
        settings.rename("Paintings");
        assert_eq!(
            snapshot.title, "Pictures",
            "the first change under a snapshot makes a copy"
        );
        let ((), seen) = ::kit::allocations(|| settings.rename("Drawings"));
        assert!(
            seen.count <= 1,
            "nobody looks at that copy yet, so one allocation is enough, not {}",
            seen.count
        );
    }

    #[test]
    fn a_change_to_the_same_is_no_change() {
        let mut settings = Settings::new(config());
        let kept = settings.snapshot();
        let ((), seen) = ::kit::allocations(|| settings.rename("Photos"));
        assert_eq!(
            seen.count, 0,
            "allocations for a title that is there already"
        );
        drop(kept);
        let ((), seen) = ::kit::allocations(|| settings.rename("Photos"));
        assert_eq!(
            seen.count, 0,
            "allocations for a title that is there already, without readers"
        );
    }
}
