// The same answers, without a word on how sure.

use kit::predict::*;

const ITEM_01: Answer = Fails("E0382", 11);
const ITEM_02: Answer = Compiles("A7");
const ITEM_03: Answer = Fails("E0382", 5);
const ITEM_04: Answer = Fails("E0382", 10);
const ITEM_05: Answer = Compiles("enough");
const ITEM_06: Answer = Compiles("Ada and Ben");
const ITEM_07: Answer = Compiles("salt and pepper");
const ITEM_08: Answer = Fails("E0382", 6);
const ITEM_09: Answer = Compiles("12 nails, still 12");
const ITEM_10: Answer = Fails("E0382", 8);
