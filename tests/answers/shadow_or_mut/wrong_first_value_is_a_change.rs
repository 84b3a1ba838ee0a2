// What gets its value later has to be `mut`.

use kit::predict::*;

const ITEM_01: Answer = Compiles("inside 10\noutside 5").sure(90);
const ITEM_02: Answer = Compiles("so far 3\nso far 4\n0").sure(80);
const ITEM_03: Answer = Fails("E0308", 5).sure(90);
const ITEM_04: Answer = Compiles("7 1").sure(70);
const ITEM_05: Answer = Fails("E0384", 5).sure(90);
const ITEM_06: Answer = Fails("E0384", 6).sure(80);
