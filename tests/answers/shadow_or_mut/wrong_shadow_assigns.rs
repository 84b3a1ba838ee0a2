// A second `let` is a way to change the first one.

use kit::predict::*;

const ITEM_01: Answer = Compiles("inside 10\noutside 10").sure(90);
const ITEM_02: Answer = Compiles("so far 3\nso far 7\n7").sure(80);
const ITEM_03: Answer = Fails("E0308", 5).sure(90);
const ITEM_04: Answer = Compiles("7 1").sure(70);
const ITEM_05: Answer = Fails("E0384", 5).sure(90);
const ITEM_06: Answer = Compiles("many").sure(80);
