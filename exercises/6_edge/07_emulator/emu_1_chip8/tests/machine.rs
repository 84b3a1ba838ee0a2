use emu_1_chip8::{Chip8, Fault, Habits};

/// The bytes of these words.
fn program(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

fn no_dice() -> u8 {
    panic!("no word of this program asks for a random byte")
}

fn machine(words: &[u16]) -> Chip8 {
    Chip8::new(&program(words), Habits::default(), no_dice)
}

/// Takes as many steps as there are words.
#[track_caller]
fn run_all(mut chip: Chip8, words: &[u16]) -> Chip8 {
    for word in words {
        let done = chip.step();
        assert!(
            done == Ok(()),
            "the step {word:04X} of {words:04X?}: {done:04X?}"
        );
    }
    chip
}

#[track_caller]
fn run(words: &[u16]) -> Chip8 {
    run_all(machine(words), words)
}

/// What `v[x]` and the flag are after one word, from these values of `v[1]` and `v[2]`.
#[track_caller]
fn combined(word: u16, left: u8, right: u8) -> (u8, u8) {
    let mut chip = machine(&[word]);
    (chip.v[1], chip.v[2], chip.v[15]) = (left, right, 77);
    let chip = run_all(chip, &[word]);
    assert_eq!(chip.v[2], right, "{word:04X} leaves v[2] alone");
    (chip.v[1], chip.v[15])
}

#[test]
fn numbers_are_set_added_and_combined() {
    let mut rng = kit::Rng::salted("emu_1_chip8: registers");
    for _ in 0..50 {
        let (a, b) = (rng.u8(), rng.u8());
        assert_eq!(combined(0x8120, a, b), (b, 77), "8xy0 has no flag");
        assert_eq!(combined(0x8121, a, b), (a | b, 77), "8xy1 has no flag");
        assert_eq!(combined(0x8122, a, b), (a & b, 77), "8xy2 has no flag");
        assert_eq!(combined(0x8123, a, b), (a ^ b, 77), "8xy3 has no flag");
        let word = 0x7100 + u16::from(b);
        assert_eq!(
            combined(word, a, 0),
            (a.wrapping_add(b), 77),
            "7xnn has no flag"
        );
    }
}

#[test]
fn sums_and_differences_have_a_flag() {
    let mut rng = kit::Rng::salted("emu_1_chip8: flags");
    let mut pairs = vec![
        (255, 1),
        (255, 0),
        (128, 128),
        (7, 7),
        (0, 0),
        (0, 1),
        (1, 0),
    ];
    pairs.extend((0..100).map(|_| (rng.u8(), rng.u8())));
    for (a, b) in pairs {
        let sum = u16::from(a) + u16::from(b);
        let wanted = (sum.to_be_bytes()[1], sum.to_be_bytes()[0]);
        assert_eq!(combined(0x8124, a, b), wanted, "8xy4: {a} plus {b}");
        let wanted = (a.wrapping_sub(b), u8::from(a >= b));
        assert_eq!(combined(0x8125, a, b), wanted, "8xy5: {a} less {b}");
        let wanted = (b.wrapping_sub(a), u8::from(b >= a));
        assert_eq!(combined(0x8127, a, b), wanted, "8xy7: {b} less {a}");
    }
}

#[test]
fn shifts_read_the_register_that_the_habit_says() {
    assert_eq!(combined(0x8126, 0xF0, 0x05), (0x02, 1), "8xy6 shifts v[y]");
    assert_eq!(combined(0x812E, 0xF0, 0x05), (0x0A, 0), "8xyE shifts v[y]");
    assert_eq!(combined(0x812E, 0x00, 0x81), (0x02, 1), "8xyE shifts v[y]");
    for (word, left, wanted) in [
        (0x8126, 0xF1, (0x78, 1)),
        (0x8126, 0x02, (0x01, 0)),
        (0x812E, 0x81, (0x02, 1)),
        (0x812E, 0x41, (0x82, 0)),
    ] {
        let habits = Habits {
            shift_in_place: true,
            wrap: false,
        };
        let mut chip = Chip8::new(&program(&[word]), habits, no_dice);
        (chip.v[1], chip.v[2]) = (left, 0x55);
        let chip = run_all(chip, &[word]);
        assert_eq!((chip.v[1], chip.v[15]), wanted, "{word:04X} in place");
    }
}

#[test]
fn the_flag_is_written_last_and_the_operands_are_read_first() {
    let flag = |word: u16, v15: u8, other: u8| {
        let mut chip = machine(&[word]);
        (chip.v[15], chip.v[3]) = (v15, other);
        let chip = run_all(chip, &[word]);
        (chip.v[3], chip.v[15])
    };
    assert_eq!(
        flag(0x8F34, 200, 100),
        (100, 1),
        "v[15] as x of 8xy4 ends as the flag"
    );
    assert_eq!(
        flag(0x8F34, 2, 3),
        (3, 0),
        "v[15] as x of 8xy4 ends as the flag"
    );
    assert_eq!(
        flag(0x83F4, 200, 100),
        (44, 1),
        "v[15] as y of 8xy4 is read before the flag"
    );
    assert_eq!(
        flag(0x83F5, 50, 20),
        (226, 0),
        "v[15] as y of 8xy5 is read before the flag"
    );
    assert_eq!(
        flag(0x83F7, 50, 20),
        (30, 1),
        "v[15] as y of 8xy7 is read before the flag"
    );
    assert_eq!(
        flag(0x83F6, 7, 0),
        (3, 1),
        "v[15] as y of 8xy6 is read before the flag"
    );
    assert_eq!(
        flag(0x8F3E, 1, 0x80),
        (0x80, 1),
        "v[15] as x of 8xyE ends as the flag"
    );
    let mut chip = machine(&[0xDF31]);
    (chip.v[15], chip.v[3], chip.i) = (9, 4, 0x400);
    chip.memory[0x400] = 0x80;
    let chip = run_all(chip, &[0xDF31]);
    assert_eq!(
        (lit(&chip), chip.v[15]),
        (vec![(9, 4)], 0),
        "v[15] as x of Dxyn is read before the flag"
    );
}

#[test]
fn words_are_left_out_where_the_table_says() {
    for (word, skips) in [
        (0x3107, true),
        (0x3108, false),
        (0x4107, false),
        (0x4108, true),
        (0x5120, false),
        (0x5130, true),
        (0x9120, true),
        (0x9130, false),
    ] {
        let v1 = kit::Rng::salted("emu_1_chip8: skips").within(1..250_u8);
        let word = if word < 0x5000 {
            word - 7 + u16::from(v1)
        } else {
            word
        };
        let mut chip = machine(&[word]);
        (chip.v[1], chip.v[2], chip.v[3]) = (v1, v1 + 1, v1);
        let chip = run_all(chip, &[word]);
        assert_eq!(
            chip.pc == 0x204,
            skips,
            "{word:04X}, and pc is {:04X}",
            chip.pc
        );
    }
}

#[test]
fn calls_return_and_the_stack_has_an_end() {
    let mut chip = machine(&[0x2206, 0x6107, 0x1FFF, 0x6205, 0x00EE]);
    for pc in [0x206, 0x208, 0x202, 0x204] {
        assert_eq!(chip.step(), Ok(()));
        assert_eq!(chip.pc, pc, "the call and its return");
    }
    assert_eq!((chip.v[1], chip.v[2], chip.stack.len()), (7, 5, 0));

    let mut chip = machine(&[0x2200]);
    for depth in 0..16 {
        assert_eq!(chip.step(), Ok(()), "a call at a depth of {depth}");
    }
    assert_eq!(
        chip.step(),
        Err(Fault::TooDeep),
        "there is room for sixteen"
    );
    assert_eq!((chip.pc, chip.stack.len()), (0x200, 16), "nothing was done");
    assert_eq!(machine(&[0x00EE]).step(), Err(Fault::NoCall));
}

#[test]
fn jumps_go_where_they_say() {
    assert_eq!(run(&[0x1ABC]).pc, 0xABC);
    let mut rng = kit::Rng::salted("emu_1_chip8: jumps");
    for _ in 0..20 {
        let (to, more) = (rng.within(0x200..0xE00_u16), rng.u8());
        assert_eq!(run(&[0x1000 | to]).pc, to, "1nnn goes to {to:04X}");
        let chip = run(&[0x6000 | u16::from(more), 0xB000 | to]);
        assert_eq!(
            chip.pc,
            to + u16::from(more),
            "Bnnn adds v[0], {more:02X}, to {to:04X}"
        );
    }
}

#[test]
fn the_dice_are_asked_once_and_cut() {
    let mut next = 0;
    let dice = move || {
        next += 0x5B;
        next
    };
    let words = [0xC10F, 0xC2F0];
    let chip = Chip8::new(&program(&words), Habits::default(), dice);
    let chip = run_all(chip, &words);
    assert_eq!(
        (chip.v[1], chip.v[2]),
        (0x0B, 0xB0),
        "the bytes were 5B and B6"
    );
}

#[test]
fn memory_is_written_and_read_from_i_on() {
    let mut chip = run(&[0xA300, 0x60FE, 0xF033]);
    assert_eq!(chip.memory[0x300..0x303], [2, 5, 4], "the digits of 254");
    chip = run(&[0xA300, 0x6007, 0x6108, 0x6209, 0xF155]);
    assert_eq!(chip.memory[0x300..0x303], [7, 8, 0], "v[0] and v[1]");
    assert_eq!(chip.i, 0x300, "i stays");
    let mut chip = machine(&[0xA300, 0xF265]);
    chip.memory[0x300..0x304].copy_from_slice(&[4, 5, 6, 7]);
    chip = run_all(chip, &[0xA300, 0xF265]);
    assert_eq!(
        (&chip.v[..4], chip.i),
        (&[4, 5, 6, 0][..], 0x300),
        "v[0] to v[2]"
    );
    let chip = run(&[0xA0FF, 0x6102, 0xF11E]);
    assert_eq!((chip.i, chip.v[15]), (0x101, 0), "Fx1E has no flag");
    let chip = run(&[0xAFFF, 0x6102, 0xF11E]);
    assert_eq!(chip.i, 0x1001, "Fx1E keeps sixteen bits");
}

#[test]
fn what_lies_outside_of_the_memory_is_a_fault() {
    for words in [
        &[0xAFFE, 0xF033][..],
        &[0xAFFF, 0xF155],
        &[0xAFFF, 0xF365],
        &[0xAFFF, 0xD012],
        &[0x1FFF],
    ] {
        let mut chip = run(&words[..1]);
        chip.memory[0x202..0x204].copy_from_slice(&program(words)[words.len() * 2 - 2..]);
        let pc = chip.pc;
        let done = chip.step();
        assert!(
            matches!(done, Err(Fault::Outside(_))),
            "{words:04X?} reach beyond the memory, and the step was {done:?}"
        );
        assert_eq!(chip.pc, pc, "{words:04X?}: pc stays at the word");
    }
    let chip = run(&[0xAFFF, 0xF055]);
    assert_eq!(chip.i, 0xFFF, "the last byte belongs to the memory");
}

/// Draws at these places with this habit, and gives the machine and the flag of each.
fn drawn(wrap: bool, sprite: &[u8], places: &[(u8, u8)]) -> (Chip8, Vec<u8>) {
    let word = 0xD120 + u16::try_from(sprite.len()).unwrap();
    let habits = Habits {
        shift_in_place: false,
        wrap,
    };
    let words: Vec<u16> = places.iter().map(|_| word).collect();
    let mut chip = Chip8::new(&program(&words), habits, no_dice);
    chip.i = 0x400;
    chip.memory[0x400..0x400 + sprite.len()].copy_from_slice(sprite);
    let mut flags = Vec::new();
    for &(x, y) in places {
        (chip.v[1], chip.v[2], chip.v[15]) = (x, y, 77);
        assert_eq!(chip.step(), Ok(()), "{word:04X} at {x}, {y}");
        flags.push(chip.v[15]);
    }
    (chip, flags)
}

/// Columns and rows of all pixels that are on.
fn lit(chip: &Chip8) -> Vec<(usize, usize)> {
    let places = (0..32).flat_map(|row| (0..64).map(move |column| (column, row)));
    places
        .filter(|&(column, row)| chip.screen[row][column])
        .collect()
}

#[test]
fn sprites_turn_pixels_over_and_tell_what_went_out() {
    let (chip, flags) = drawn(false, &[0b1010_0001, 0b0100_0000], &[(3, 4)]);
    assert_eq!(
        lit(&chip),
        [(3, 4), (5, 4), (10, 4), (4, 5)],
        "the highest bit is on the left"
    );
    assert_eq!(flags, [0]);
    let (chip, flags) = drawn(false, &[0b1100_0000], &[(3, 4), (4, 4), (10, 10), (4, 4)]);
    assert_eq!(
        lit(&chip),
        [(3, 4), (4, 4), (10, 10), (11, 10)],
        "each bit turns its pixel over"
    );
    assert_eq!(flags, [0, 1, 0, 1], "a pixel went out, or none did");
    let (chip, flags) = drawn(false, &[], &[(1, 1)]);
    assert_eq!((lit(&chip), flags), (vec![], vec![0]), "no rows, no pixels");
}

#[test]
fn sprites_begin_inside_and_are_cut_or_wrapped() {
    let wide = &[0b1111_0000, 0b1000_0000][..];
    let (chip, _) = drawn(false, wide, &[(62, 31)]);
    assert_eq!(
        lit(&chip),
        [(62, 31), (63, 31)],
        "what is beyond the edge is cut off"
    );
    let (chip, _) = drawn(true, wide, &[(62, 31)]);
    let wanted = [(62, 0), (0, 31), (1, 31), (62, 31), (63, 31)];
    assert_eq!(
        lit(&chip),
        wanted,
        "what is beyond the edge comes in at the other side"
    );
    for wrap in [false, true] {
        let (chip, _) = drawn(wrap, &[0b1000_0000], &[(64 + 5, 32 + 6)]);
        assert_eq!(
            lit(&chip),
            [(5, 6)],
            "the first pixel is always on the screen"
        );
    }
}

#[test]
fn the_screen_is_cleared() {
    let (mut chip, _) = drawn(false, &[0xFF], &[(0, 0), (8, 8)]);
    chip.memory[0x204..0x206].copy_from_slice(&[0x00, 0xE0]);
    assert_eq!(chip.step(), Ok(()));
    assert_eq!(lit(&chip), []);
}

#[test]
fn only_a_tick_moves_the_timers() {
    let set = kit::Rng::salted("emu_1_chip8: timers").within(2..200_u8);
    let mut chip = run(&[0x6100 | u16::from(set), 0xF115, 0xF118, 0xF207]);
    assert_eq!(
        (chip.delay, chip.sound, chip.v[2]),
        (set, set, set),
        "a step takes no time"
    );
    for left in (0..set).rev().chain([0]) {
        chip.tick();
        assert_eq!((chip.delay, chip.sound), (left, left));
    }
}

#[test]
fn keys_are_looked_at_and_waited_for() {
    let pressed = |word: u16, v1: u8| {
        let mut chip = machine(&[word]);
        chip.keys[5] = true;
        chip.v[1] = v1;
        run_all(chip, &[word]).pc
    };
    assert_eq!(
        (pressed(0xE19E, 5), pressed(0xE19E, 6)),
        (0x204, 0x202),
        "Ex9E"
    );
    assert_eq!(
        (pressed(0xE1A1, 5), pressed(0xE1A1, 6)),
        (0x202, 0x204),
        "ExA1"
    );
    assert_eq!(
        pressed(0xE19E, 0x35),
        0x204,
        "the low digit of v[x] names the key"
    );
    let mut chip = machine(&[0xF10A]);
    for _ in 0..3 {
        assert_eq!(chip.step(), Ok(()), "no key is pressed");
        assert_eq!(chip.pc, 0x200, "the same word comes again");
    }
    chip.keys[9] = true;
    chip.keys[12] = true;
    assert_eq!(chip.step(), Ok(()));
    assert_eq!((chip.pc, chip.v[1]), (0x202, 9), "the lowest key");
}

#[test]
fn words_that_are_not_in_the_table_are_faults() {
    for word in [
        0x0000, 0x00E1, 0x5121, 0x8128, 0x812F, 0x9121, 0xE19F, 0xE1A2, 0xF1FF, 0xF116,
    ] {
        let mut chip = machine(&[word]);
        assert_eq!(chip.step(), Err(Fault::Unknown(word)), "{word:04X}");
        assert_eq!(chip.pc, 0x200, "{word:04X}: pc stays at the word");
    }
}

/// Adds up 1 to n in a loop, then writes the digits of the sum.
#[test]
fn a_whole_program_runs() {
    let mut rng = kit::Rng::salted("emu_1_chip8: whole program");
    let n = rng.within(5..=22_u8);
    let words = [
        0x6100, // v1 = 0
        0x6200 + u16::from(n),
        0x2210, // call: add
        0x72FF, // v2 = v2 - 1
        0x3200, // done?
        0x1204,
        0xA300,
        0xF133,
        0x8124, // add: v1 = v1 + v2
        0x00EE,
    ];
    let mut chip = machine(&words);
    let mut steps = 0;
    while chip.pc != 0x210 || !chip.stack.is_empty() {
        assert_eq!(chip.step(), Ok(()), "step {steps}, pc {:04X}", chip.pc);
        steps += 1;
        assert!(steps < 200, "the loop should have ended, v is {:?}", chip.v);
    }
    let sum = (1..=n).sum::<u8>();
    assert_eq!(
        chip.memory[0x300..0x303],
        [sum / 100, sum / 10 % 10, sum % 10],
        "1 to {n}"
    );
}
