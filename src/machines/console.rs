//! What a program in a machine prints, kept until its end. It must not grow without bound.

/// More than any program of an exercise has to say.
const MOST: usize = 1 << 20;

/// The screen or the serial line.
#[derive(Debug, Default)]
pub(super) struct Console(Vec<u8>);

impl Console {
    /// Takes a byte; what is too much is lost, as on a screen.
    pub(super) fn put(&mut self, byte: u8) {
        if self.0.len() < MOST {
            self.0.push(byte);
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_cut() {
        let mut console = Console::default();
        (0..=MOST).for_each(|_| console.put(b'x'));
        assert_eq!(console.bytes().len(), MOST);
    }
}
