// Why so: a future is a value that holds what has not been done yet. The call makes it, arguments included (1, 3, 4);
// each poll takes it to the next point at which it has to wait; and dropping it drops what it holds, wherever it
// stands (10). So the order is that of the awaits (2), and side by side is only what somebody polls by turns (5, 6, 7).
// An await gives the others a turn exactly if what is awaited is not ready (8, 9), and everything that is alive around
// it, named or not, stays alive meanwhile (11).

use kit::predict::*;

const ITEM_01: Answer = Compiles("end").sure(90);
const ITEM_02: Answer = Compiles("second first").sure(90);
const ITEM_03: Answer = Compiles("weighed called packed:7").sure(80);
const ITEM_04: Answer = Compiles("before between inside").sure(80);
const ITEM_05: Answer = Value(5).sure(80);
const ITEM_06: Answer = Compiles("begin:3 begin:2 end:2 end:3 3").sure(80);
const ITEM_07: Answer = Compiles("spawned task ran").sure(80);
const ITEM_08: Answer = Compiles("a1 a2 b1 b2").sure(70);
const ITEM_09: Answer = Compiles("a1 b1 a2 b2").sure(80);
const ITEM_10: Answer = Compiles("fast-arrives fast-leaves slow-leaves over").sure(70);
const ITEM_11: Answer = Compiles("on other off sum:3").sure(70);
