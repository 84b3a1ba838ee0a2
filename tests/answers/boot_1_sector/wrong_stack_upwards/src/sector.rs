// Puts the stack behind the last byte, as if it grew upwards: it grows down into the text.

use core::arch::global_asm;

global_asm!(
    ".section .sector, \"ax\"",
    ".code16",
    ".global start",
    "start:",
    "    xor ax, ax",
    "    mov ss, ax",
    "    mov sp, offset end",
    "    mov ds, ax",
    "    cld",
    "    mov si, offset line",
    "    call print",
    "halt:",
    "    hlt",
    "    jmp halt",
    // Prints the text at SI, up to a zero byte.
    "print:",
    "    lodsb",
    "    test al, al",
    "    jz printed",
    "    mov ah, 0x0E",
    "    mov bx, 0x0007",
    "    int 0x10",
    "    jmp print",
    "printed:",
    "    ret",
    "line:",
    "    .asciz \"Five hundred and twelve bytes, and all of them mine.\\r\\n\"",
    "end:",
);
