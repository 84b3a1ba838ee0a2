//! A session where the system sends no file events. In a test program of its own: it takes all that the
//! system has for events, and other sessions of the same user would poll as well.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts programs and ends where something is missing"
)]

#[path = "terminal/mod.rs"]
#[expect(dead_code, reason = "made for the other tests of sessions; this one needs a part of it")]
mod terminal;

use terminal::Desk;

#[test]
fn where_no_events_arrive_it_says_so_once_and_looks_at_the_files() {
    let desk = Desk::new();
    // Every instance that this user may have: the program's own request will be refused.
    let mut taken = Vec::new();
    while let Ok(instance) = rustix::fs::inotify::init(rustix::fs::inotify::CreateFlags::empty()) {
        taken.push(instance);
        assert!(taken.len() < 100_000, "there is no limit to take up");
    }
    let watch = desk.watch();
    watch.wait_for("No file events arrive here");
    watch.wait_for("first_light · failed");
    desk.solve("first_light");
    watch.wait_for("first_light · passed");
    assert_eq!(watch.raw().matches("No file events arrive").count(), 1, "once");
    desk.solve("overflow_policy");
    watch.wait_for("overflow_policy · passed");
    drop(taken);
}
