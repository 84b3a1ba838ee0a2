// Every adaptor works through all items before the next one begins.

use kit::predict::*;

const ITEM_01: Answer = Compiles("ready").sure(90);
const ITEM_02: Answer = Compiles("map1 map2 map3 filter10 filter20 filter30 got20").sure(80);
const ITEM_03: Answer = Compiles("see1 see2 got1 got2").sure(80);
const ITEM_04: Answer = Compiles("see1 see5 sum1").sure(80);
const ITEM_05: Answer = Compiles("4 3 2 1").sure(80);
const ITEM_06: Answer = Compiles("see3 see4 true").sure(90);
const ITEM_07: Answer = Compiles("map3 map2 map1 [6, 4, 2]").sure(70);
const ITEM_08: Answer = Compiles("map1 map2 filter2 filter4 1").sure(80);
const ITEM_09: Answer = Compiles("start see1 peeked taken").sure(80);
const ITEM_10: Answer = Compiles("try1 pause try2 try3").sure(90);
