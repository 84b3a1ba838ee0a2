// One sector
//
// The BIOS has put these bytes at 0x7C00 and jumped to the first of them, in 16-bit mode. Here they
// print a line and sleep. On the machine where they were written they do; on others they print
// junk, or crash, because the BIOS promises nothing about the registers but DL, the boot drive.
// Make the sector print its line on every PC. It stays in memory below 0x7E00; from 0xF0000 on
// there is only memory that cannot be written. `machine/` holds the line.
//
// Read: Writing an OS in Rust, A Freestanding Rust Binary
// https://os.phil-opp.com/freestanding-rust-binary/

use core::arch::global_asm;

// TODO: Before the first use of memory, give every register that matters a value of your own.
// TODO: Before the first use of the stack, put it where nothing else is.
global_asm!(
    ".section .sector, \"ax\"",
    ".code16",
    ".global start",
    "start:",
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
