const POLYNOMIAL: u32 = 0xedb8_8320;

const TABLE: [u32; 256] = table();

const fn rounds(value: u32, left: u32) -> u32 {
    match (left, value % 2) {
        (0, _) => value,
        (_, 0) => rounds(value / 2, left - 1),
        _ => rounds((value / 2) ^ POLYNOMIAL, left - 1),
    }
}

const fn table() -> [u32; 256] {
    let mut entries = [0; 256];
    let mut place: u32 = 0;
    loop {
        entries[place as usize] = rounds(place, 8);
        if place == 255 {
            break entries;
        }
        place += 1;
    }
}

const fn first_pair(table: &[u32; 256]) -> Option<(usize, usize)> {
    let mut first = 0;
    while first < 255 {
        let mut second = first + 1;
        while second < 256 {
            if table[first] == table[second] {
                return Some((first, second));
            }
            second += 1;
        }
        first += 1;
    }
    None
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        let [low, ..] = sum.to_le_bytes();
        sum = (sum >> 8) ^ TABLE[usize::from(low ^ byte)];
    }
    !sum
}
