// `rev` puts the finished results into the other order.

use kit::predict::*;

const ITEM_01: Answer = Compiles("ready").sure(90);
const ITEM_02: Answer = Compiles("map1 filter10 map2 filter20 got20 map3 filter30").sure(80);
const ITEM_03: Answer = Compiles("see1 got1 see2 got2").sure(80);
const ITEM_04: Answer = Compiles("see1 see5 sum1").sure(80);
const ITEM_05: Answer = Compiles("2 1 4 3").sure(80);
const ITEM_06: Answer = Compiles("see3 see4 true").sure(90);
const ITEM_07: Answer = Compiles("map1 map2 map3 [6, 4, 2]").sure(70);
const ITEM_08: Answer = Compiles("map1 map2 filter2 filter4 1").sure(80);
const ITEM_09: Answer = Compiles("start see1 peeked taken").sure(80);
const ITEM_10: Answer = Compiles("try1 pause try2 try3").sure(90);
