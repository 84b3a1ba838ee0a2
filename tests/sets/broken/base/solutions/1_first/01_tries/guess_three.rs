// Why so: a second `let` makes a second variable, and `mut` lets the first one change.

use kit::predict::*;

const ITEM_01: Answer = Compiles("3");
const ITEM_02: Answer = Compiles("2");
const ITEM_03: Answer = Fails("E0384", 4);
