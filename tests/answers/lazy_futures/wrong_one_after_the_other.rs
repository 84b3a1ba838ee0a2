// On one thread one thing happens at a time.

use kit::predict::*;

const ITEM_01: Answer = Compiles("end").sure(90);
const ITEM_02: Answer = Compiles("second first").sure(90);
const ITEM_03: Answer = Compiles("weighed called packed:7").sure(80);
const ITEM_04: Answer = Compiles("before between inside").sure(80);
const ITEM_05: Answer = Value(5).sure(80);
const ITEM_06: Answer = Compiles("begin:3 end:3 begin:2 end:2 5").sure(80);
const ITEM_07: Answer = Compiles("spawned task ran").sure(80);
const ITEM_08: Answer = Compiles("a1 a2 b1 b2").sure(70);
const ITEM_09: Answer = Compiles("a1 a2 b1 b2").sure(80);
const ITEM_10: Answer = Compiles("fast-arrives fast-leaves slow-leaves over").sure(70);
const ITEM_11: Answer = Compiles("on other off sum:3").sure(70);
