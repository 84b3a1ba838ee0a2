// The same, with other degrees of trust.

use kit::predict::*;

const ITEM_01: Answer = Compiles("8, 1 left");
const ITEM_02: Answer = Compiles("6").sure(55);
const ITEM_03: Answer = Compiles("25");
const ITEM_04: Answer = Compiles("good day").sure(55);
const ITEM_05: Answer = Fails("E0425", 10);
const ITEM_06: Answer = Compiles("nothing, something").sure(55);
const ITEM_07: Answer = Compiles("nothing, nothing");
const ITEM_08: Answer = Compiles("false, false, true").sure(55);
const ITEM_09: Answer = Compiles("9 -9");
const ITEM_10: Answer = Compiles("price 4price.").sure(55);
