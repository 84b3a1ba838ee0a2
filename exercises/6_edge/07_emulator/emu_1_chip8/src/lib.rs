// A machine from a table
//
// CHIP-8 is a machine that never existed as hardware: 4096 bytes of memory, sixteen registers `v` of
// one byte, a register `i` that points into memory, a stack of sixteen return places, two timers,
// sixteen keys, and a screen of 64 by 32 pixels. Games for it were written all the same.
//
// A step takes the word of two bytes at `pc`, high byte first, moves `pc` behind it, and does what
// the table above `step` says. Half of the table is done; write the rest of it.
//
// In the table `x` and `y` name registers, `n` is a digit, `nn` a byte, `nnn` a place. Sums and
// differences keep their low eight bits. Where `v[15]` gets a flag, it gets it last, whatever `x`
// is, and always 0 or 1.
//
// Programs disagree in two habits, so they can be chosen: see `Habits`. Dice and time come from
// outside: `step` calls `dice` for a random byte, and only `tick` moves the timers.
//
// What cannot be done is a `Fault`: a word that is not in the table, a place outside of the memory,
// a call too deep, a return without a call. `pc` then stays at the word.
//
// `tests/machine.rs` runs small programs and looks at everything.
//
// Read: Programming Rust, chapter 6, and a reference of CHIP-8
// https://en.wikipedia.org/wiki/CHIP-8

/// Where programs disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// `8xy6` and `8xyE` shift `v[x]` itself; otherwise `v[y]`, into `v[x]`.
    pub shift_in_place: bool,
    /// What a sprite has beyond an edge appears at the opposite one; otherwise it is cut off.
    pub wrap: bool,
}

/// Why a step was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A word that is not in the table.
    Unknown(u16),
    /// A place that is not in memory.
    Outside(usize),
    /// A seventeenth call.
    TooDeep,
    /// A return without a call.
    NoCall,
}

/// The machine. What the tests look at is public.
pub struct Chip8 {
    pub memory: [u8; 4096],
    pub v: [u8; 16],
    pub i: u16,
    pub pc: u16,
    pub stack: Vec<u16>,
    /// Counts down to 0 with each `tick`.
    pub delay: u8,
    /// The same; there is a tone while it is not 0.
    pub sound: u8,
    /// By row, then by column.
    pub screen: [[bool; 64]; 32],
    pub keys: [bool; 16],
    habits: Habits,
    dice: Box<dyn FnMut() -> u8>,
}

impl Chip8 {
    /// A machine with this program at 0x200.
    pub fn new(program: &[u8], habits: Habits, dice: impl FnMut() -> u8 + 'static) -> Self {
        let mut memory = [0; 4096];
        memory[0x200..0x200 + program.len()].copy_from_slice(program);
        Self {
            memory,
            v: [0; 16],
            i: 0,
            pc: 0x200,
            stack: Vec::new(),
            delay: 0,
            sound: 0,
            screen: [[false; 64]; 32],
            keys: [false; 16],
            habits,
            dice: Box::new(dice),
        }
    }

    /// A sixtieth of a second has passed.
    pub fn tick(&mut self) {
        self.delay = self.delay.saturating_sub(1);
        self.sound = self.sound.saturating_sub(1);
    }

    /// The `count` bytes of memory from `i` on.
    fn bytes(&mut self, count: usize) -> Result<&mut [u8], Fault> {
        let from = usize::from(self.i);
        let end = from + count;
        self.memory
            .get_mut(from..end)
            .ok_or(Fault::Outside(end - 1))
    }

    /// One step. On a fault `pc` is where it was.
    pub fn step(&mut self) -> Result<(), Fault> {
        let at = usize::from(self.pc);
        let &[high, low] = self
            .memory
            .get(at..at + 2)
            .and_then(|bytes| bytes.first_chunk())
            .ok_or(Fault::Outside(at + 1))?;
        self.pc += 2;
        let done = self.execute(u16::from_be_bytes([high, low]));
        if done.is_err() {
            self.pc -= 2;
        }
        done
    }

    /// | word | what it does |
    /// |---|---|
    /// | `00E0` | clears the screen |
    /// | `00EE` | returns: goes on where the last call left off |
    /// | `1nnn` | goes to `nnn` |
    /// | `2nnn` | calls `nnn`: remembers `pc`, goes there |
    /// | `3xnn` `4xnn` | leaves out the next word if `v[x]` is `nn`, if it is not |
    /// | `5xy0` `9xy0` | leaves out the next word if `v[x]` is `v[y]`, if it is not |
    /// | `6xnn` `7xnn` | sets `v[x]` to `nn`, adds `nn` to it (no flag) |
    /// | `8xy0` | sets `v[x]` to `v[y]` |
    /// | `8xy1` `8xy2` `8xy3` | or, and, exclusive or of both, into `v[x]` (no flag) |
    /// | `8xy4` | adds `v[y]` to `v[x]`; flag 1 if the sum was more than a byte |
    /// | `8xy5` `8xy7` | `v[x]` less `v[y]`, `v[y]` less `v[x]`, into `v[x]`; flag 0 if it went below 0, else 1 |
    /// | `8xy6` `8xyE` | shifts right, left by one bit, into `v[x]`; the flag is the bit that fell out |
    /// | `Annn` `Bnnn` | sets `i` to `nnn`, goes to `nnn` plus `v[0]` |
    /// | `Cxnn` | sets `v[x]` to the next byte of the dice, and `nn` |
    /// | `Dxyn` | draws, see below |
    /// | `Ex9E` `ExA1` | leaves out the next word if the key `v[x]` is pressed, if it is not (its low digit counts) |
    /// | `Fx07` `Fx15` `Fx18` | `v[x]` from `delay`, `delay` from `v[x]`, `sound` from `v[x]` |
    /// | `Fx0A` | sets `v[x]` to the lowest pressed key; if there is none, `pc` stays, so that it is asked again |
    /// | `Fx1E` | adds `v[x]` to `i`, which keeps sixteen bits (no flag) |
    /// | `Fx33` | hundreds, tens and ones of `v[x]` into the three bytes from `i` on |
    /// | `Fx55` `Fx65` | `v[0]` to `v[x]` to memory from `i` on, from there; `i` stays |
    ///
    /// `Dxyn` draws `n` rows of eight pixels, one byte of memory for each, from `i` on, highest bit on the left. The
    /// first pixel comes to column `v[x]` and row `v[y]`, of which only what is left after division by 64 and by 32
    /// counts. A bit of 1 turns its pixel over. The flag is 1 if a pixel went out by that, else 0.
    fn execute(&mut self, word: u16) -> Result<(), Fault> {
        let [high, low] = word.to_be_bytes();
        let (kind, x, y, n) = (
            high >> 4,
            usize::from(high & 15),
            usize::from(low >> 4),
            low & 15,
        );
        let place = word & 0x0FFF;
        match (kind, n) {
            (0x0, _) if word == 0x00E0 => self.screen = [[false; 64]; 32],
            (0x1, _) => self.pc = place,
            (0x3, _) => self.skip_if(self.v[x] == low),
            (0x4, _) => self.skip_if(self.v[x] != low),
            (0x5, 0) => self.skip_if(self.v[x] == self.v[y]),
            (0x6, _) => self.v[x] = low,
            (0x7, _) => self.v[x] = self.v[x].wrapping_add(low),
            (0x8, 0) => self.v[x] = self.v[y],
            (0x9, 0) => self.skip_if(self.v[x] != self.v[y]),
            (0xA, _) => self.i = place,
            (0xF, _) if low == 0x07 => self.v[x] = self.delay,
            (0xF, _) if low == 0x15 => self.delay = self.v[x],
            (0xF, _) if low == 0x18 => self.sound = self.v[x],
            // TODO: Add the other words of the table: calls, sums with flags, drawing, keys, memory.
            _ => return Err(Fault::Unknown(word)),
        }
        Ok(())
    }

    /// Leaves out the next word.
    fn skip_if(&mut self, holds: bool) {
        if holds {
            self.pc += 2;
        }
    }
}
