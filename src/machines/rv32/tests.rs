//! Traces that were worked out by hand from the tables of the specification, and images that are none.

use super::*;
use crate::curriculum::facts::MachineKind;

/// Runs these words from the beginning of memory, as many steps as there are words unless it stops before.
fn trace(words: &[u32]) -> (Cpu, Option<Stop>, Vec<u8>) {
    let mut console = Console::default();
    let mut bus = Bus::new(&mut console, b"ok");
    for (place, word) in (0..).zip(words) {
        bus.store(bus::RAM + 4 * place, 4, *word).unwrap();
    }
    let mut cpu = Cpu::new(bus::RAM);
    let stop = words.iter().find_map(|_| cpu.step(&mut bus).err());
    (cpu, stop, console.bytes().to_vec())
}

#[test]
fn upper_immediates_and_sign_extension() {
    // lui a0, 0x12345; addi a0, a0, -1; auipc a1, 0x1; slti a2, a0, 0; sltiu a3, a0, -1
    let (cpu, stop, _) = trace(&[0x1234_5537, 0xFFF5_0513, 0x0000_1597, 0x0005_2613, 0xFFF5_3693]);
    assert_eq!(stop, None);
    assert_eq!([cpu.x(10), cpu.x(11), cpu.x(12), cpu.x(13)], [0x1234_4FFF, 0x8000_1008, 0, 1]);
}

#[test]
fn shifts_right_keep_the_sign_only_where_they_say_so() {
    // lui a0, 0x80000; srli a1, a0, 4; srai a2, a0, 4; slli a3, a1, 1; sub a4, x0, a1
    let (cpu, ..) = trace(&[0x8000_0537, 0x0045_5593, 0x4045_5613, 0x0015_9693, 0x40B0_0733]);
    assert_eq!(
        [cpu.x(11), cpu.x(12), cpu.x(13), cpu.x(14)],
        [0x0800_0000, 0xF800_0000, 0x1000_0000, 0xF800_0000]
    );
}

#[test]
fn a_word_in_memory_is_little_endian_and_bytes_have_signs() {
    // auipc s0, 0; lui a0, 0xDEADC; addi a0, a0, -273; sw a0, 64(s0); lb a1, 64(s0); lbu a2, 65(s0); lh a3, 66(s0); lhu a4, 66(s0)
    let words = [
        0x0000_0417,
        0xDEAD_C537,
        0xEEF5_0513,
        0x04A4_2023,
        0x0404_0583,
        0x0414_4603,
        0x0424_1683,
        0x0424_5703,
    ];
    let (cpu, stop, _) = trace(&words);
    assert_eq!(stop, None);
    assert_eq!(cpu.x(10), 0xDEAD_BEEF);
    assert_eq!([cpu.x(11), cpu.x(12), cpu.x(13), cpu.x(14)], [0xFFFF_FFEF, 0xBE, 0xFFFF_DEAD, 0xDEAD]);
}

#[test]
fn branches_go_back_and_forth_and_links_are_kept() {
    // addi a0, x0, 2; loop: addi a0, a0, -1; bne a0, x0, loop; jal ra, +8; (skipped); addi x0, x0, 1
    let (cpu, stop, _) = trace(&[0x0020_0513, 0xFFF5_0513, 0xFE05_1EE3, 0x0080_00EF, 0, 0x0010_0013]);
    assert_eq!(stop, None);
    assert_eq!([cpu.x(10), cpu.x(1), cpu.pc], [0, 0x8000_0010, 0x8000_0014]);
    assert_eq!(cpu.x(0), 0);
}

#[test]
fn comparisons_with_and_without_sign() {
    // addi a0, x0, -1; bltu a0, x0, +8; blt a0, x0, +8; (skipped); bgeu a0, x0, +8; (skipped)
    let (cpu, stop, _) = trace(&[0xFFF0_0513, 0x0005_6463, 0x0005_4463, 0, 0x0005_7463]);
    assert_eq!(stop, Some(Stop::Fault("the bytes A5 A5 A5 A5 are no instruction of RV32I".to_owned())));
    assert_eq!(cpu.pc, bus::RAM + 24);
}

#[test]
fn bytes_go_through_the_serial_line_and_the_switch_ends_it() {
    // lui a0, 0x10000; lbu a1, 5(a0); lbu a2, 0(a0); sb a2, 0(a0); lui a3, 0x100; lui a4, 0x73; addi a4, a4, 0x333; sw a4, 0(a3)
    let words = [
        0x1000_0537,
        0x0055_4583,
        0x0005_4603,
        0x00C5_0023,
        0x0010_06B7,
        0x0007_3737,
        0x3337_0713,
        0x00E6_A023,
    ];
    let (cpu, stop, printed) = trace(&words);
    assert_eq!((cpu.x(11), printed), (0x61, b"o".to_vec()));
    assert_eq!(stop, Some(Stop::Off(7)));
}

#[test]
fn what_it_cannot_do_is_said_with_the_place() {
    let fault = |words: &[u32]| match trace(words).1 {
        Some(Stop::Fault(says)) => says,
        other => panic!("{other:?}"),
    };
    assert_eq!(fault(&[0]), "the bytes 00 00 00 00 are no instruction of RV32I");
    assert!(fault(&[0x0255_0533]).contains("33 05 55 02"), "mul is not in the base");
    assert!(fault(&[0x0000_0073]).contains("ecall"));
    assert!(fault(&[0x0000_006F]).contains("endless loop"));
    // addi sp, sp, -16 from junk; sw ra, 12(sp)
    assert!(fault(&[0xFF01_0113, 0x0011_2623]).contains("no multiple of 4"));
    // lw a0, 0(x0)
    assert!(fault(&[0x0000_2503]).contains("reads 4 bytes at 0x00000000, where there is neither"));
    // jalr x0, 0(x0)
    assert!(fault(&[0x0000_0067, 0]).contains("0x00000000, where there is no memory"));
}

/// An ELF file with one segment of these words at this address, with room behind it.
pub(in crate::machines) fn elf(at: u32, words: &[u32]) -> Vec<u8> {
    let size = u32::try_from(4 * words.len()).unwrap();
    let mut file = b"\x7fELF\x01\x01\x01\0\0\0\0\0\0\0\0\0".to_vec();
    file.extend([2, 0, 243, 0, 1, 0, 0, 0]);
    for value in [at, 52, 0, 0] {
        file.extend(u32::to_le_bytes(value));
    }
    file.extend([52, 0, 32, 0, 1, 0, 40, 0, 0, 0, 0, 0]);
    for value in [1, 84, at, at, size, size + 8, 7, 4] {
        file.extend(u32::to_le_bytes(value));
    }
    for word in words {
        file.extend(word.to_le_bytes());
    }
    file
}

fn ran(image: &[u8], steps: u64) -> Report {
    let order = Order {
        kind: MachineKind::Rv32,
        nonce: String::new(),
        steps,
        salt: 0,
        session: String::new(),
        input: String::new(),
        set: Vec::new(),
        image: "/image".into(),
    };
    run(image, &order, &mut Console::default())
}

#[test]
fn an_image_is_loaded_and_only_what_it_holds() {
    // auipc a0, 0; lw a0, 24(a0): the room behind the segment is junk; lui a3, 0x100; lui a4, 5; addi a4, a4, 0x555; sw a4, 0(a3)
    let words = [0x0000_0517, 0x0185_2503, 0x0010_06B7, 0x0000_5737, 0x5557_0713, 0x00E6_A023];
    assert_eq!(ran(&elf(bus::RAM, &words), 100), Report { end: End::Ended(0), steps: 6 });
    let mut console = Console::default();
    let mut bus = Bus::new(&mut console, b"");
    elf::load(&elf(bus::RAM, &words), &mut bus).unwrap();
    assert_eq!(bus.load(bus::RAM + 24, 4), Ok(0xA5A5_A5A5), "nobody clears what the file does not hold");
}

#[test]
fn steps_are_counted() {
    // addi x0, x0, 0; jal x0, -4
    assert_eq!(
        ran(&elf(bus::RAM, &[0x0000_0013, 0xFFDF_F06F]), 1000),
        Report { end: End::Steps, steps: 1000 }
    );
}

#[test]
fn images_that_are_none_are_refused() {
    let refused = |image: &[u8]| match ran(image, 10).end {
        End::Refused(says) => says,
        other => panic!("{other:?}"),
    };
    assert!(refused(b"MZ").contains("no ELF"));
    let good = elf(bus::RAM, &[0]);
    assert!(refused(&elf(0x1_0000, &[0])).contains("0x00010000"));
    let mut other = good.clone();
    other[18] = 62;
    assert!(refused(&other).contains("another machine"));
    for cut in 20..good.len() {
        ran(&good[..cut], 10); // whatever it says, it says it
    }
    assert!(refused(&good[..60]).contains("cut off"));
}
