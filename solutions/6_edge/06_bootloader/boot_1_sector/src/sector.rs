// Why so: a jump brings the program counter and nothing else. Which segment registers, which stack and
// which direction the code needs is its own affair, so it sets them first: segments to 0, since the
// linker counted addresses from there; the stack to end below the sector, since it grows downwards; the
// direction up, since `lodsb` follows that flag. `mov` to SS holds interrupts off for one instruction,
// so SP follows at once. CS may stay what it is: near jumps and calls
// count from where they stand.

use core::arch::global_asm;

global_asm!(
    ".section .sector, \"ax\"",
    ".code16",
    ".global start",
    "start:",
    "    xor ax, ax",
    "    mov ss, ax",
    "    mov sp, offset start",
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
