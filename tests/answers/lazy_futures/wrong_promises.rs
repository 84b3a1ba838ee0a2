// A call starts the work, and await fetches the result.

use kit::predict::*;

const ITEM_01: Answer = Compiles("hello end").sure(90);
const ITEM_02: Answer = Compiles("first second").sure(90);
const ITEM_03: Answer = Compiles("weighed packed:7 called").sure(80);
const ITEM_04: Answer = Compiles("before inside between").sure(80);
const ITEM_05: Answer = Value(3).sure(80);
const ITEM_06: Answer = Compiles("begin:3 begin:2 end:2 end:3 3").sure(80);
const ITEM_07: Answer = Compiles("task spawned ran").sure(80);
const ITEM_08: Answer = Compiles("a1 a2 b1 b2").sure(70);
const ITEM_09: Answer = Compiles("a1 b1 a2 b2").sure(80);
const ITEM_10: Answer = Compiles("fast-arrives fast-leaves slow-leaves over").sure(70);
const ITEM_11: Answer = Compiles("on other off sum:3").sure(70);
