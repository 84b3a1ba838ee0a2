// Whoever touches raw pointers is in undefined waters.

use kit::predict::*;

const ITEM_01: Answer = Undefined("aliasing").sure(90);
const ITEM_02: Answer = Undefined("aliasing").sure(80);
const ITEM_03: Answer = Undefined("alignment").sure(75);
const ITEM_04: Answer = Compiles("1 9").sure(85);
const ITEM_05: Answer = Undefined("pointer-arithmetic").sure(80);
const ITEM_06: Answer = Undefined("dangling").sure(75);
const ITEM_07: Answer = Undefined("pointer-arithmetic").sure(70);
const ITEM_08: Answer = Undefined("dangling").sure(95);
const ITEM_09: Answer = Undefined("provenance").sure(75);
const ITEM_10: Answer = Undefined("provenance").sure(70);
const ITEM_11: Answer = Undefined("uninit").sure(85);
const ITEM_12: Answer = Compiles("5").sure(75);
const ITEM_13: Answer = Undefined("aliasing").sure(80);
const ITEM_14: Answer = Undefined("invalid-value").sure(85);
