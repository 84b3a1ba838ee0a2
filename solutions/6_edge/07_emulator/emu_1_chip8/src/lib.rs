// Why so: each word is split once, and then one table decides. What has to happen in an order is put where the
// order cannot be missed: `combine` gets both operands as values before it writes anything, and the flag is the last
// thing that is written, so that `v[15]` may be an operand and the target as well. A sprite is copied out of memory
// before the screen is touched, so a sprite that lies outside of the memory draws nothing at all. Nothing in here
// asks a clock or a source of chance, and that is why every run can be repeated.

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
            (0x0, _) if word == 0x00EE => self.pc = self.stack.pop().ok_or(Fault::NoCall)?,
            (0x1, _) => self.pc = place,
            (0x2, _) if self.stack.len() == 16 => return Err(Fault::TooDeep),
            (0x2, _) => {
                self.stack.push(self.pc);
                self.pc = place;
            }
            (0x3, _) => self.skip_if(self.v[x] == low),
            (0x4, _) => self.skip_if(self.v[x] != low),
            (0x5, 0) => self.skip_if(self.v[x] == self.v[y]),
            (0x6, _) => self.v[x] = low,
            (0x7, _) => self.v[x] = self.v[x].wrapping_add(low),
            (0x8, _) => return self.combine(word, x, self.v[x], self.v[y]),
            (0x9, 0) => self.skip_if(self.v[x] != self.v[y]),
            (0xA, _) => self.i = place,
            (0xB, _) => self.pc = place + u16::from(self.v[0]),
            (0xC, _) => self.v[x] = (self.dice)() & low,
            (0xD, _) => return self.draw(self.v[x], self.v[y], usize::from(n)),
            (0xE, _) if low == 0x9E => self.skip_if(self.keys[usize::from(self.v[x] & 15)]),
            (0xE, _) if low == 0xA1 => self.skip_if(!self.keys[usize::from(self.v[x] & 15)]),
            (0xF, _) => return self.transfer(word, x),
            _ => return Err(Fault::Unknown(word)),
        }
        Ok(())
    }

    /// The words `8xyn`. Both operands were read before anything is written.
    fn combine(&mut self, word: u16, x: usize, left: u8, right: u8) -> Result<(), Fault> {
        let shifted = if self.habits.shift_in_place {
            left
        } else {
            right
        };
        let (result, flag) = match word & 15 {
            0x0 => (right, None),
            0x1 => (left | right, None),
            0x2 => (left & right, None),
            0x3 => (left ^ right, None),
            0x4 => {
                let (sum, over) = left.overflowing_add(right);
                (sum, Some(over))
            }
            0x5 => (left.wrapping_sub(right), Some(left >= right)),
            0x6 => (shifted >> 1, Some(shifted & 1 == 1)),
            0x7 => (right.wrapping_sub(left), Some(right >= left)),
            0xE => (shifted << 1, Some(shifted & 0x80 != 0)),
            _ => return Err(Fault::Unknown(word)),
        };
        self.v[x] = result;
        if let Some(flag) = flag {
            self.v[15] = u8::from(flag);
        }
        Ok(())
    }

    /// The words `Fxnn`.
    fn transfer(&mut self, word: u16, x: usize) -> Result<(), Fault> {
        match word & 0xFF {
            0x07 => self.v[x] = self.delay,
            0x0A => match (0..16).find(|&key| self.keys[usize::from(key)]) {
                Some(key) => self.v[x] = key,
                None => self.pc -= 2,
            },
            0x15 => self.delay = self.v[x],
            0x18 => self.sound = self.v[x],
            0x1E => self.i = self.i.wrapping_add(u16::from(self.v[x])),
            0x33 => {
                let number = self.v[x];
                let digits = [number / 100, number / 10 % 10, number % 10];
                self.bytes(3)?.copy_from_slice(&digits);
            }
            0x55 => {
                let v = self.v;
                self.bytes(x + 1)?.copy_from_slice(&v[..=x]);
            }
            0x65 => {
                let mut v = self.v;
                v[..=x].copy_from_slice(self.bytes(x + 1)?);
                self.v = v;
            }
            _ => return Err(Fault::Unknown(word)),
        }
        Ok(())
    }

    fn draw(&mut self, x: u8, y: u8, rows: usize) -> Result<(), Fault> {
        let (left, top) = (usize::from(x % 64), usize::from(y % 32));
        let wrap = self.habits.wrap;
        let sprite = if rows == 0 {
            Vec::new()
        } else {
            self.bytes(rows)?.to_vec()
        };
        let mut went_out = false;
        for (down, byte) in sprite.into_iter().enumerate() {
            for right in (0..8).filter(|right| byte & (0x80 >> right) != 0) {
                let (row, column) = (top + down, left + right);
                if !wrap && (row >= 32 || column >= 64) {
                    continue;
                }
                let pixel = &mut self.screen[row % 32][column % 64];
                went_out |= *pixel;
                *pixel = !*pixel;
            }
        }
        self.v[15] = u8::from(went_out);
        Ok(())
    }

    /// Leaves out the next word.
    fn skip_if(&mut self, holds: bool) {
        if holds {
            self.pc += 2;
        }
    }
}
