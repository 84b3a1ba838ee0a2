use kit::predict::*;

const ITEM_01: Answer = Compiles("3");
const ITEM_02: Answer = Compiles("2");
const ITEM_03: Answer = Compiles("4");
