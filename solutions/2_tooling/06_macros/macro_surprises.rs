// Why so: a macro works on trees of tokens. An argument matched as `expr` is one piece from then on: no operator
// reaches into it (2, 9), no later rule can read it (6), and it is evaluated wherever it is named (1); a single
// token tree stays readable (7). Local names belong to whoever wrote them (3, 5, 8), items to everybody (4). And
// what is written in a macro becomes code of the caller, `return` included (10).

use kit::predict::*;

const ITEM_01: Answer = Compiles("8, 1 left").sure(80);
const ITEM_02: Answer = Compiles("6").sure(90);
const ITEM_03: Answer = Compiles("25").sure(90);
const ITEM_04: Answer = Compiles("good day").sure(70);
const ITEM_05: Answer = Fails("E0425", 10).sure(80);
const ITEM_06: Answer = Compiles("nothing, something").sure(60);
const ITEM_07: Answer = Compiles("nothing, nothing").sure(70);
const ITEM_08: Answer = Compiles("false, false, true").sure(70);
const ITEM_09: Answer = Compiles("9 -9").sure(80);
const ITEM_10: Answer = Compiles("price 4price.").sure(80);
