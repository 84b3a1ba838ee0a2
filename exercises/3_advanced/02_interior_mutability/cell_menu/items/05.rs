// A value made when it is first asked for, for all threads, with a cell in it: `LazyLock<Cell<u32>>`.
use std::cell::Cell;
use std::sync::LazyLock;

fn main() {
    println!("{}", kit::send_and_sync!(LazyLock<Cell<u32>>));
}

//@ why: The lock guards the making. After that it hands out `&Cell<u32>` to everybody, and a cell must not be looked
//@ why: at by two.
