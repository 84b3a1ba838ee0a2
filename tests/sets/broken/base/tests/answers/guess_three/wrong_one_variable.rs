use kit::predict::*;

const ITEM_01: Answer = Compiles("3");
const ITEM_02: Answer = Compiles("5");
const ITEM_03: Answer = Fails("E0384", 4);
