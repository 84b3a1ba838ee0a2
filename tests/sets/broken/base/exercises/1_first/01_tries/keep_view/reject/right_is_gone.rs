// The result is used when the second text is gone.
use keep_view::longer;

fn main() {
    let left = String::from("a");
    let kept = {
        let right = String::from("bc");
        longer(&left, &right) //~ E0597
    };
    println!("{kept}");
}
