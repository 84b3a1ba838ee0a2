// Why so: a `const` is worked out by the compiler, so whatever it calls has to be a `const fn`. Heap
// memory and `for` (which asks an iterator, a matter of traits) are not available there; a local array
// that is filled, `while` and `loop` are. At run time nothing of it is left but the finished numbers.
// The search has nothing to do after the first pair, so `return` leaves both loops with it. Where more
// is to come, a label does that: `'search:` before the outer loop, and `break 'search` in the inner one.
// A bare `break` would leave only the inner loop, and a later pair would overwrite the first.

const POLYNOMIAL: u32 = 0xedb8_8320;

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut entries = [0; 256];
    let mut place = 0;
    while place < entries.len() {
        let mut value = place as u32;
        let mut round = 0;
        while round < 8 {
            let fell_out = value & 1;
            value >>= 1;
            if fell_out == 1 {
                value ^= POLYNOMIAL;
            }
            round += 1;
        }
        entries[place] = value;
        place += 1;
    }
    entries
}

/// The first two different places that hold the same value: the first place as low as possible, and
/// the second the next one after it. A table with such a pair would take one byte for another.
const fn first_pair(table: &[u32; 256]) -> Option<(usize, usize)> {
    let mut first = 0;
    while first < table.len() {
        let mut second = first + 1;
        while second < table.len() {
            if table[first] == table[second] {
                return Some((first, second));
            }
            second += 1;
        }
        first += 1;
    }
    None
}

/// The checksum of these bytes. Nothing is left to do here: one look into the table for each byte.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        let [low, ..] = sum.to_le_bytes();
        sum = (sum >> 8) ^ TABLE[usize::from(low ^ byte)];
    }
    !sum
}
