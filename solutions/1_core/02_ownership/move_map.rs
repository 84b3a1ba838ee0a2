// Why so: a value has one owner, and the compiler follows it along every way through the code. It does not
// ask whether a condition can hold (1), but it sees that nothing comes after a `break` (5) and that a new
// value has been put in (6). What moves is decided by types: a `Vec` handed over is gone (4), a number is
// copied (9), and each part of a pair has its own fate (7, 8). `_` is a pattern that takes nothing (2); every
// name takes, one with an underscore too (3). Arguments are made from left to right (10).

use kit::predict::*;

const ITEM_01: Answer = Fails("E0382", 11).sure(90);
const ITEM_02: Answer = Compiles("A7").sure(70);
const ITEM_03: Answer = Fails("E0382", 5).sure(80);
const ITEM_04: Answer = Fails("E0382", 10).sure(90);
const ITEM_05: Answer = Compiles("enough").sure(70);
const ITEM_06: Answer = Compiles("Ada and Ben").sure(90);
const ITEM_07: Answer = Compiles("salt and pepper").sure(80);
const ITEM_08: Answer = Fails("E0382", 6).sure(80);
const ITEM_09: Answer = Compiles("12 nails, still 12").sure(80);
const ITEM_10: Answer = Fails("E0382", 8).sure(70);
