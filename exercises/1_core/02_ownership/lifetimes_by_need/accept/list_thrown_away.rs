// The list is gone before the result is read; the text that stood in it is not.
use lifetimes_by_need::pick;

fn main() {
    let text = String::from("second");
    let picked = {
        let list = vec!["first", &text];
        pick(&list, 1)
    };
    assert_eq!(picked, "second");
}
