// The text is gone, and what stood before the mark with it.
use lifetimes_by_need::before;

fn main() {
    let name = {
        let text = String::from("name: Ada");
        before(&text, ": ") //~ E0597
    };
    println!("{name}");
}
