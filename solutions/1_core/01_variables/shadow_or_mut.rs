// Why so: `let` makes a variable, `=` changes one. A second `let` hides the first variable only as long as
// its block lasts (1), which in a loop is one round (2). A change needs `mut` (5) and keeps the type (3); a
// first value is no change, even if it comes later (6). A `const` is a value without a place, so what is
// changed through a reference is a copy of it (4).

use kit::predict::*;

const ITEM_01: Answer = Compiles("inside 10\noutside 5").sure(90);
const ITEM_02: Answer = Compiles("so far 3\nso far 4\n0").sure(80);
const ITEM_03: Answer = Fails("E0308", 5).sure(90);
const ITEM_04: Answer = Compiles("7 1").sure(70);
const ITEM_05: Answer = Fails("E0384", 5).sure(90);
const ITEM_06: Answer = Compiles("many").sure(80);
