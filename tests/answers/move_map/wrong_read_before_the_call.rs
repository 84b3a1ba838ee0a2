// All of a call happens at once, so the word is there for both arguments.

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
const ITEM_10: Answer = Compiles("harbour (7)").sure(70);
