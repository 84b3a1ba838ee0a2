// No string instructions and no data segment: the code segment is set by a far jump, and the text is read through it.

use core::arch::global_asm;

global_asm!(
    ".section .sector, \"ax\"",
    ".code16",
    ".global start",
    "start:",
    "    cli",
    "    mov ax, 0x9000",
    "    mov ss, ax",
    "    xor sp, sp",
    // jmp 0x0000:begin
    "    .byte 0xEA",
    "    .short begin, 0",
    "begin:",
    "    xor bx, bx",
    "next:",
    "    mov al, byte ptr cs:[bx + line]",
    "    inc bx",
    "    or al, al",
    "    jz asleep",
    "    push bx",
    "    mov ah, 0x0E",
    "    xor bx, bx",
    "    int 0x10",
    "    pop bx",
    "    jmp next",
    // Nothing wakes it: interrupts are off.
    "asleep:",
    "    hlt",
    "line:",
    "    .asciz \"Five hundred and twelve bytes, and all of them mine.\\r\\n\"",
);
