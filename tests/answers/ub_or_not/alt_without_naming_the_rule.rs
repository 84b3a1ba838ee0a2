// Only whether it is defined is said, not which rule is broken.

use kit::predict::*;

const ITEM_01: Answer = Compiles("3").sure(90);
const ITEM_02: Answer = Undefined("").sure(80);
const ITEM_03: Answer = Undefined("").sure(75);
const ITEM_04: Answer = Compiles("1 9").sure(85);
const ITEM_05: Answer = Compiles("3").sure(80);
const ITEM_06: Answer = Compiles("0").sure(75);
const ITEM_07: Answer = Undefined("").sure(70);
const ITEM_08: Answer = Undefined("").sure(95);
const ITEM_09: Answer = Undefined("").sure(75);
const ITEM_10: Answer = Compiles("7").sure(70);
const ITEM_11: Answer = Undefined("").sure(85);
const ITEM_12: Answer = Compiles("5").sure(75);
const ITEM_13: Answer = Compiles("4").sure(80);
const ITEM_14: Answer = Undefined("").sure(85);
