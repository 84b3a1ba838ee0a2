//! Arithmetic of 8 and 16 bits with its flags. It must not know where operands come from.

/// The flags that programs can see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a register of flags is that")]
pub(super) struct Flags {
    pub(super) carry: bool,
    pub(super) zero: bool,
    pub(super) sign: bool,
    pub(super) overflow: bool,
    pub(super) parity: bool,
    /// String instructions go down.
    pub(super) down: bool,
    /// Interrupts of the hardware are taken.
    pub(super) interrupts: bool,
}

impl Flags {
    /// As they lie on the stack.
    pub(super) fn word(self) -> u16 {
        let bits = [
            (self.carry, 0),
            (true, 1),
            (self.parity, 2),
            (self.zero, 6),
            (self.sign, 7),
            (self.interrupts, 9),
            (self.down, 10),
            (self.overflow, 11),
        ];
        bits.into_iter().fold(0, |word, (set, place)| word | u16::from(set) << place)
    }

    pub(super) fn from_word(word: u16) -> Self {
        let bit = |place: u16| word >> place & 1 == 1;
        Self {
            carry: bit(0),
            parity: bit(2),
            zero: bit(6),
            sign: bit(7),
            interrupts: bit(9),
            down: bit(10),
            overflow: bit(11),
        }
    }

    /// Sign, zero and parity of a result.
    pub(super) fn of_result(&mut self, wide: bool, value: u16) {
        let value = value & mask(wide);
        self.zero = value == 0;
        self.sign = value & top(wide) != 0;
        self.parity = (value & 0xFF).count_ones().is_multiple_of(2);
    }

    /// Whether the condition of a jump holds; its low four bits count.
    pub(super) fn condition(self, code: u8) -> bool {
        let holds = match code >> 1 & 7 {
            0 => self.overflow,
            1 => self.carry,
            2 => self.zero,
            3 => self.carry || self.zero,
            4 => self.sign,
            5 => self.parity,
            6 => self.sign != self.overflow,
            _ => self.zero || self.sign != self.overflow,
        };
        holds != (code & 1 == 1)
    }
}

/// The lower 16 of 32 bits.
pub(super) fn low_half(value: u32) -> u16 {
    let [low, high, ..] = value.to_le_bytes();
    u16::from_le_bytes([low, high])
}

pub(super) fn mask(wide: bool) -> u16 {
    if wide { 0xFFFF } else { 0xFF }
}

fn top(wide: bool) -> u16 {
    if wide { 0x8000 } else { 0x80 }
}

/// The eight operations add, or, adc, sbb, and, sub, xor, cmp, by their number.
pub(super) fn binary(operation: u8, wide: bool, left: u16, right: u16, flags: &mut Flags) -> u16 {
    let carry = u16::from(flags.carry && matches!(operation, 2 | 3));
    let result = match operation {
        0 | 2 => {
            let sum = u32::from(left) + u32::from(right) + u32::from(carry);
            flags.carry = sum > u32::from(mask(wide));
            let result = low_half(sum) & mask(wide);
            flags.overflow = (left ^ result) & (right ^ result) & top(wide) != 0;
            result
        }
        3 | 5 | 7 => {
            let result = left.wrapping_sub(right).wrapping_sub(carry) & mask(wide);
            flags.carry = u32::from(left) < u32::from(right) + u32::from(carry);
            flags.overflow = (left ^ right) & (left ^ result) & top(wide) != 0;
            result
        }
        _ => {
            (flags.carry, flags.overflow) = (false, false);
            match operation {
                1 => left | right,
                4 => left & right,
                _ => left ^ right,
            }
        }
    };
    flags.of_result(wide, result);
    result
}

/// Adds 1 or takes it away, and leaves the carry alone.
pub(super) fn step(wide: bool, value: u16, down: bool, flags: &mut Flags) -> u16 {
    let carry = flags.carry;
    let result = binary(if down { 5 } else { 0 }, wide, value, 1, flags);
    flags.carry = carry;
    result
}

/// The shifts and rotations rol, ror, rcl, rcr, shl, shr, sal, sar, by their number.
pub(super) fn shift(operation: u8, wide: bool, value: u16, count: u8, flags: &mut Flags) -> u16 {
    let mut value = value & mask(wide);
    for _ in 0..count & 31 {
        let (high, low) = (value & top(wide) != 0, value & 1 == 1);
        let (left, right) = ((value << 1) & mask(wide), value >> 1);
        let carried = flags.carry;
        let on = |bit: bool, place: u16| if bit { place } else { 0 };
        value = match operation {
            0 => left | on(high, 1),
            1 => right | on(low, top(wide)),
            2 => left | on(carried, 1),
            3 => right | on(carried, top(wide)),
            5 => right,
            7 => right | on(high, top(wide)),
            _ => left,
        };
        let goes_left = operation & 1 == 0;
        flags.carry = if goes_left { high } else { low };
        flags.overflow = (value & top(wide) != 0) != high;
    }
    if count & 31 != 0 && operation >= 4 {
        flags.of_result(wide, value);
    }
    value
}
