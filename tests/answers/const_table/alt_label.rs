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
    let mut found = None;
    let mut first = 0;
    'search: while first < table.len() {
        let mut second = first + 1;
        while second < table.len() {
            if table[first] == table[second] {
                found = Some((first, second));
                break 'search;
            }
            second += 1;
        }
        first += 1;
    }
    found
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
