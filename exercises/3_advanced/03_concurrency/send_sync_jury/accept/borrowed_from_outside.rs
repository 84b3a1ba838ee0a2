// A borrowed name is inside, and two threads go on with it in turn.
use send_sync_jury::Turnstile;

fn main() {
    let name = String::from("ada");
    let inside = Turnstile::new(name.as_str());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| inside.pass(|rest| *rest = &rest[1..]));
        }
    });
    assert_eq!(inside.into_inner(), "a");
}
