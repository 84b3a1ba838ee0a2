// The mark is gone before the result is read.
use lifetimes_by_need::before;

fn main() {
    let text = String::from("name: Ada");
    let name = {
        let mark = String::from(": ");
        before(&text, &mark)
    };
    assert_eq!(name, "name");
}
