// The same, without a word on how sure.

use kit::predict::*;

const ITEM_01: Answer = Compiles("end");
const ITEM_02: Answer = Compiles("second first");
const ITEM_03: Answer = Compiles("weighed called packed:7");
const ITEM_04: Answer = Compiles("before between inside");
const ITEM_05: Answer = Value(5);
const ITEM_06: Answer = Compiles("begin:3 begin:2 end:2 end:3 3");
const ITEM_07: Answer = Compiles("spawned task ran");
const ITEM_08: Answer = Compiles("a1 a2 b1 b2");
const ITEM_09: Answer = Compiles("a1 b1 a2 b2");
const ITEM_10: Answer = Compiles("fast-arrives fast-leaves slow-leaves over");
const ITEM_11: Answer = Compiles("on other off sum:3");
