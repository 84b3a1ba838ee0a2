//! Whatever an image holds, a machine comes to an end and says which. A panic of ours would look like a crash of the
//! learner's program.

use proptest::prelude::*;

use super::{Console, real_mode, rv32, wasm};
use crate::check::machine::{Order, Report};
use crate::curriculum::facts::MachineKind;

fn order(kind: MachineKind, session: &str) -> Order {
    Order {
        kind,
        nonce: String::new(),
        steps: 20_000,
        salt: 1,
        session: session.to_owned(),
        input: "ab".to_owned(),
        set: Vec::new(),
        image: "/image".into(),
    }
}

fn ran(kind: MachineKind, image: &[u8], session: &str) -> Report {
    let (order, mut console) = (order(kind, session), Console::default());
    match kind {
        MachineKind::Wasm => wasm::run(image, &order, &mut console),
        MachineKind::Rv32 => rv32::run(image, &order, &mut console),
        MachineKind::RealMode => real_mode::run(image, &order, &mut console),
    }
}

/// Opcodes of the PC more often than other bytes, so that runs get further than the first.
fn code() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        0x00, 0x31, 0x3C, 0x50, 0x58, 0x60, 0x61, 0x74, 0x80, 0x83, 0x8A, 0x8E, 0xA4, 0xAC, 0xAE, 0xB0, 0xB8,
        0xC1, 0xCD, 0x10, 0x13, 0xD3, 0xE2, 0xE8, 0xF2, 0xF3, 0xF6, 0xF7, 0xFF,
    ]);
    prop::collection::vec(prop_oneof![2 => known, 1 => any::<u8>()], 510)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_boot_sector(mut image in code()) {
        image.extend([0x55, 0xAA]);
        ran(MachineKind::RealMode, &image, "");
    }

    #[test]
    fn any_words(words in prop::collection::vec(any::<u32>(), 1..40), kinds in prop::collection::vec(0_usize..10, 40)) {
        // The low bits of real instructions, so that runs get further than the first.
        let kind = |place: usize| [0x37, 0x17, 0x6F, 0x67, 0x63, 0x03, 0x23, 0x13, 0x33, 0x73][kinds[place]];
        let words: Vec<u32> = words.iter().enumerate().map(|(place, word)| word & !0x7F | kind(place)).collect();
        ran(MachineKind::Rv32, &rv32::tests::elf(0x8000_0000, &words), "");
    }

    #[test]
    fn any_damage_to_an_elf_file(place in 0_usize..124, byte in any::<u8>(), more in prop::collection::vec(any::<u8>(), 0..80)) {
        let mut image = rv32::tests::elf(0x8000_0000, &[0x13; 10]);
        image.extend(more);
        // Sections behind the program: where the names of functions would be looked for.
        image[32] = 124;
        (image[46], image[48]) = (40, 2);
        image[place] = byte;
        ran(MachineKind::Rv32, &image, "");
    }

    #[test]
    fn any_session(text in "([a-z@0-9 (),=:+*\"-]|let |put |expect |repeat |end|\n|@byte|@random){0,60}") {
        ran(MachineKind::Wasm, b"\0asm\x01\0\0\0", &text);
    }
}
