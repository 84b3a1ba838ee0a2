// A macro pastes text.

use kit::predict::*;

const ITEM_01: Answer = Compiles("8, 1 left").sure(80);
const ITEM_02: Answer = Compiles("5").sure(80);
const ITEM_03: Answer = Compiles("10").sure(80);
const ITEM_04: Answer = Compiles("good day").sure(70);
const ITEM_05: Answer = Compiles("12").sure(80);
const ITEM_06: Answer = Compiles("nothing, nothing").sure(80);
const ITEM_07: Answer = Compiles("nothing, nothing").sure(70);
const ITEM_08: Answer = Compiles("false, true, true").sure(80);
const ITEM_09: Answer = Compiles("-9 -9").sure(80);
const ITEM_10: Answer = Compiles("price 4price.").sure(80);
