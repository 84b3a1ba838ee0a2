// What a macro makes stays in the macro.

use kit::predict::*;

const ITEM_01: Answer = Compiles("8, 1 left").sure(80);
const ITEM_02: Answer = Compiles("6").sure(90);
const ITEM_03: Answer = Compiles("25").sure(90);
const ITEM_04: Answer = Fails("E0425", 13).sure(80);
const ITEM_05: Answer = Fails("E0425", 10).sure(80);
const ITEM_06: Answer = Compiles("nothing, something").sure(60);
const ITEM_07: Answer = Compiles("nothing, nothing").sure(70);
const ITEM_08: Answer = Compiles("false, false, true").sure(70);
const ITEM_09: Answer = Compiles("9 -9").sure(80);
const ITEM_10: Answer = Compiles("price 4price.").sure(80);
