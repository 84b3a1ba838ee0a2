// Takes the segment of the code for that of the data: right only where the BIOS came in with CS = 0.

use core::arch::global_asm;

global_asm!(
    ".section .sector, \"ax\"",
    ".code16",
    ".global start",
    "start:",
    "    xor ax, ax",
    "    mov ss, ax",
    "    mov sp, offset start",
    "    mov ax, cs",
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
);
