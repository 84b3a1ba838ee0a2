// Why so: what is undefined is decided by promises and not by what a machine would do. A reference promises
// to be alone (2), `add` to stay within its allocation (7), a plain read that the place is aligned (3), alive
// (8), permitted (9) and written (11), and every value that it is one of its type (14). Raw pointers by
// themselves promise next to nothing: they may be made to the end (5), to nowhere (6), to odd places (4), and
// take turns (1, 13). A `MaybeUninit` may be empty (12), and a permission that was put up may be taken again
// (10).

use kit::predict::*;

const ITEM_01: Answer = Compiles("3").sure(90);
const ITEM_02: Answer = Undefined("aliasing").sure(80);
const ITEM_03: Answer = Undefined("alignment").sure(75);
const ITEM_04: Answer = Compiles("1 9").sure(85);
const ITEM_05: Answer = Compiles("3").sure(80);
const ITEM_06: Answer = Compiles("0").sure(75);
const ITEM_07: Answer = Undefined("pointer-arithmetic").sure(70);
const ITEM_08: Answer = Undefined("dangling").sure(95);
const ITEM_09: Answer = Undefined("provenance").sure(75);
const ITEM_10: Answer = Compiles("7").sure(70);
const ITEM_11: Answer = Undefined("uninit").sure(85);
const ITEM_12: Answer = Compiles("5").sure(75);
const ITEM_13: Answer = Compiles("4").sure(80);
const ITEM_14: Answer = Undefined("invalid-value").sure(85);
