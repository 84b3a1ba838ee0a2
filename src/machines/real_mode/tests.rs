//! Boot sectors written byte by byte, and what comes of them.

use super::*;
use crate::curriculum::facts::MachineKind;

fn sector(code: &[u8]) -> Vec<u8> {
    let mut image = code.to_vec();
    image.resize(SECTOR - 2, 0);
    image.extend([0x55, 0xAA]);
    image
}

fn boot_with(image: &[u8], set: &[(&str, u16)]) -> (End, String) {
    let order = Order {
        kind: MachineKind::RealMode,
        nonce: String::new(),
        steps: 100_000,
        salt: 0,
        session: String::new(),
        input: String::new(),
        set: set.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect(),
        image: "/image".into(),
    };
    let mut console = Console::default();
    let report = run(image, &order, &mut console);
    (report.end, String::from_utf8_lossy(console.bytes()).into_owned())
}

fn boot(code: &[u8]) -> (End, String) {
    boot_with(&sector(code), &[])
}

/// The registers after this code, which ends with `cli; hlt`.
fn after(code: &[u8]) -> [u16; 8] {
    let image = sector(&[code, &[0xFA, 0xF4]].concat());
    let mut memory = Memory::new();
    memory.boot_from(&image);
    let mut cpu = Cpu::new(memory, &image);
    let mut console = Console::default();
    let stop = (0..1000).find_map(|_| cpu.step(&mut console).err());
    assert_eq!(stop, Some(Stop::Halted));
    cpu.regs
}

#[test]
fn a_letter_is_printed_and_it_sleeps_for_ever() {
    // mov ax, 0x0E41; int 0x10; cli; hlt
    let code = [0xB8, 0x41, 0x0E, 0xCD, 0x10, 0xFA, 0xF4];
    assert_eq!(boot(&code), (End::Ended(0), "A".to_owned()));
    // hlt; jmp back to it, with interrupts on
    assert_eq!(boot(&[0xF4, 0xEB, 0xFD]).0, End::Ended(0));
}

#[test]
fn a_sleep_without_a_loop_is_woken_and_runs_on() {
    // hlt; then zeros: add [bx+si], al, down to the mark, and out of the sector
    let (end, _) = boot(&[0xF4]);
    assert!(
        matches!(&end, End::Fault(says) if says.starts_with("at 0000:7E00 it runs where nobody put")),
        "{end:?}"
    );
}

/// cld?; mov si, text; loop: lodsb; test al, al; jz end; mov ah, 0x0E; int 0x10; jmp loop; end: cli; hlt
fn greeting(first: &[u8]) -> Vec<u8> {
    let text = BOOT + u16::try_from(first.len()).unwrap() + 16;
    let [low, high] = text.to_le_bytes();
    let walk =
        [0xBE, low, high, 0xAC, 0x84, 0xC0, 0x74, 0x06, 0xB4, 0x0E, 0xCD, 0x10, 0xEB, 0xF5, 0xFA, 0xF4];
    sector(&[first, &walk, b"Hi!\0"].concat())
}

#[test]
fn what_the_start_leaves_open_shows() {
    // xor ax, ax; mov ds, ax; cld
    let careful = greeting(&[0x31, 0xC0, 0x8E, 0xD8, 0xFC]);
    let careless = greeting(&[]);
    for set in [vec![], vec![("ds", 0xFFFF)], vec![("df", 1)], vec![("cs", 0x07C0)]] {
        assert_eq!(boot_with(&careful, &set), (End::Ended(0), "Hi!".to_owned()), "{set:?}");
    }
    assert_eq!(boot_with(&careless, &[]).1, "Hi!");
    assert_ne!(boot_with(&careless, &[("ds", 0xFFFF)]).1, "Hi!");
    assert_ne!(boot_with(&careless, &[("df", 1)]).1, "Hi!");
    let lost = boot_with(&careful, &[("ss", 0xF000)]);
    assert_eq!(lost.1, "H", "the BIOS comes back to where the lost stack says");
    assert!(matches!(lost.0, End::Fault(_)), "{lost:?}");
}

#[test]
fn arithmetic_and_its_flags() {
    // mov al, 0x80; add al, 0x80 -> carry, overflow, zero; adc ah, 0; pushf; pop bx
    let regs = after(&[0xB8, 0x80, 0x00, 0x04, 0x80, 0x9C, 0x5B, 0x80, 0xD4, 0x00]);
    assert_eq!(regs[cpu::AX], 0x0100);
    assert_eq!(regs[cpu::BX] & 0x8C5, 0x845, "overflow, zero, parity and carry, and no sign");
    // mov ax, 1000; mov bx, 7; xor dx, dx; div bx
    let regs = after(&[0xB8, 0xE8, 0x03, 0xBB, 0x07, 0x00, 0x31, 0xD2, 0xF7, 0xF3]);
    assert_eq!((regs[cpu::AX], regs[cpu::DX]), (142, 6));
    // mov ax, 0x1234; mov cl, 4; shl ax, cl; ror al, 1
    let regs = after(&[0xB8, 0x34, 0x12, 0xB1, 0x04, 0xD3, 0xE0, 0xD0, 0xC8]);
    assert_eq!(regs[cpu::AX], 0x2320);
    // mov ax, -1; cmp ax, 1; jl +2; (mov al, 7); cbw
    let regs = after(&[0xB8, 0xFF, 0xFF, 0x83, 0xF8, 0x01, 0x7C, 0x02, 0xB0, 0x07]);
    assert_eq!(regs[cpu::AX], 0xFFFF, "-1 is less than 1 with its sign");
    let regs = after(&[0xB8, 0xFF, 0xFF, 0x83, 0xF8, 0x01, 0x72, 0x02, 0xB0, 0x07]);
    assert_eq!(regs[cpu::AX], 0xFF07, "and above it without");
}

#[test]
fn calls_and_the_stack() {
    // mov sp, 0x7000; call +3; mov bl, 2; (cli hlt follow) ... function: mov al, 1; ret
    let regs = after(&[0xBC, 0x00, 0x70, 0xE8, 0x02, 0x00, 0xEB, 0x03, 0xB0, 0x01, 0xC3, 0xB3, 0x02]);
    assert_eq!((regs[cpu::AX] & 0xFF, regs[cpu::BX] & 0xFF, regs[cpu::SP]), (1, 2, 0x7000));
    // The same call and return as assemblers for 64 bits write them: two words on the stack.
    let regs =
        after(&[0xBC, 0x00, 0x70, 0x66, 0xE8, 2, 0, 0, 0, 0xEB, 0x04, 0xB0, 0x01, 0x66, 0xC3, 0xB3, 0x02]);
    assert_eq!((regs[cpu::AX] & 0xFF, regs[cpu::BX] & 0xFF, regs[cpu::SP]), (1, 2, 0x7000));
    // push 0x1234; push 5 (signed byte); pop ax; pop dx; pusha; mov ax, 0; popa
    let regs = after(&[0x68, 0x34, 0x12, 0x6A, 0xFB, 0x58, 0x5A, 0x60, 0xB8, 0, 0, 0x61]);
    assert_eq!((regs[cpu::AX], regs[cpu::DX]), (0xFFFB, 0x1234));
}

#[test]
fn strings_are_repeated_in_both_directions() {
    // xor ax,ax; mov es,ax; mov di,0x500; mov al,'z'; mov cx,3; cld; rep stosb; mov si,0x502; std; lodsb; lodsb
    let code = [
        0x31, 0xC0, 0x8E, 0xC0, 0xBF, 0x00, 0x05, 0xB0, 0x7A, 0xB9, 0x03, 0x00, 0xFC, 0xF3, 0xAA, 0xBE, 0x02,
        0x05, 0xFD, 0xAC, 0xAC,
    ];
    let regs = after(&code);
    assert_eq!((regs[cpu::AX], regs[cpu::CX], regs[cpu::DI], regs[cpu::SI]), (0x007A, 0, 0x503, 0x500));
}

#[test]
fn sectors_are_read_by_cylinder_head_and_sector() {
    // mov ax,0x0201; mov bx,0x8000; mov cx,2; mov dx,0x80; int 0x13; jc +7; mov ah,0x0E; mov al,[0x8000]; int 0x10; cli; hlt
    let code = [
        0xB8, 0x01, 0x02, 0xBB, 0x00, 0x80, 0xB9, 0x02, 0x00, 0xBA, 0x80, 0x00, 0xCD, 0x13, 0x72, 0x07, 0xB4,
        0x0E, 0xA0, 0x00, 0x80, 0xCD, 0x10, 0xFA, 0xF4,
    ];
    let mut disk = sector(&code);
    assert_eq!(boot_with(&disk, &[]).1, "", "there is no second sector, and the carry says so");
    disk.extend([b'2'; SECTOR]);
    assert_eq!(boot_with(&disk, &[]), (End::Ended(0), "2".to_owned()));
    // All of 64 KiB at once, to the beginning of a line of 64 KiB: mov ax, 0x1000; mov es, ax; xor bx, bx; mov ax, 0x0280 …
    let mut whole = sector(&[
        0xB8, 0x00, 0x10, 0x8E, 0xC0, 0x31, 0xDB, 0xB8, 0x80, 0x02, 0xB9, 0x01, 0x00, 0xBA, 0x80, 0x00, 0xCD,
        0x13, 0x72, 0x08, 0xB4, 0x0E, 0x26, 0xA0, 0xFF, 0xFF, 0xCD, 0x10, 0xFA, 0xF4,
    ]);
    whole.resize(128 * SECTOR, b'w');
    assert_eq!(boot_with(&whole, &[]), (End::Ended(0), "w".to_owned()));
    // One sector to 0xFF01: it would cross a line of 64 KiB.
    disk[4..6].copy_from_slice(&[0x01, 0xFF]);
    assert_eq!(boot_with(&disk, &[]).1, "");
}

#[test]
fn what_it_does_not_know_is_said_with_place_and_bytes() {
    let fault = |code: &[u8]| match boot(code).0 {
        End::Fault(says) => says,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        fault(&[0x90, 0x0F, 0x0B]),
        "at 0000:7C01 0F 0B 00 00 is no instruction that this machine knows"
    );
    assert!(fault(&[0x66, 0xB8, 1, 0, 0, 0]).contains("32 bits"));
    assert!(fault(&[0xB4, 0x99, 0xCD, 0x10]).contains("INT 10h, AH=99h"));
    assert!(fault(&[0x31, 0xDB, 0xF7, 0xF3]).contains("divides by zero"));
}

#[test]
fn only_whole_sectors_with_the_mark_are_booted() {
    let refused = |image: &[u8]| match boot_with(image, &[]).0 {
        End::Refused(says) => says,
        other => panic!("{other:?}"),
    };
    assert!(refused(&[]).contains("0 bytes"));
    assert!(refused(&[0; 513]).contains("513 bytes"));
    assert!(refused(&[0; 512]).contains("00 00"));
}

#[test]
fn an_endless_loop_ends_with_its_steps() {
    assert_eq!(boot(&[0xEB, 0xFE]).0, End::Steps);
}
