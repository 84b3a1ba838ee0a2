//! Brings an ELF image into memory as a plain loader does: the bytes that the file holds and nothing else. It must not
//! clear anything: that is the program's own work.

use super::bus::{Bus, RAM, RAM_SIZE};

/// What is known of a loaded image.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) entry: u32,
    /// Functions by their first address.
    symbols: Vec<(u32, u32, String)>,
}

impl Program {
    /// The function that this address belongs to.
    pub(super) fn symbol(&self, at: u32) -> Option<&str> {
        let inside = |(start, size, _): &&(u32, u32, String)| at >= *start && at - start < (*size).max(1);
        self.symbols.iter().find(inside).map(|(_, _, name)| name.as_str())
    }
}

const LOADED: u32 = 1;
const SYMBOLS: u32 = 2;
const FUNCTION: u8 = 2;

/// Loads the image, or says why it is none for this machine.
pub(super) fn load(image: &[u8], bus: &mut Bus<'_>) -> Result<Program, String> {
    if image.get(..4) != Some(b"\x7fELF") {
        return Err("the image is no ELF file".to_owned());
    }
    if image.get(4..6) != Some(&[1, 1]) || half(image, 18) != Some(243) {
        return Err("the image is an ELF file for another machine than 32-bit RISC-V".to_owned());
    }
    read(image, bus).ok_or_else(|| "the ELF file is cut off or damaged".to_owned())?
}

fn read(image: &[u8], bus: &mut Bus<'_>) -> Option<Result<Program, String>> {
    let (headers, size, count) = (word(image, 28)?, half(image, 42)?, half(image, 44)?);
    for number in 0..count {
        let at = (headers as usize).checked_add(usize::from(number) * usize::from(size))?;
        let field = |place: usize| word(image, at.checked_add(place * 4)?);
        let (kind, offset, address, in_file, in_memory) =
            (field(0)?, field(1)?, field(3)?, field(4)?, field(5)?);
        if kind != LOADED || in_memory == 0 {
            continue;
        }
        let bytes = image.get(offset as usize..(offset as usize).checked_add(in_file as usize)?)?;
        // All of it has to be there, though only the file's bytes are written.
        let Some(memory) = bus.ram(address, in_memory.max(in_file) as usize) else {
            return Some(Err(no_place(address, in_memory)));
        };
        memory[..bytes.len()].copy_from_slice(bytes);
    }
    // Names are a help for messages: an image without them is fine.
    Some(Ok(Program { entry: word(image, 24)?, symbols: symbols(image).unwrap_or_default() }))
}

fn no_place(address: u32, size: u32) -> String {
    format!(
        "the image wants {size} bytes at {address:#010x}; memory reaches from {RAM:#010x} to {:#010x}: does the linker use the script?",
        RAM + (RAM_SIZE - 1)
    )
}

fn symbols(image: &[u8]) -> Option<Vec<(u32, u32, String)>> {
    let (headers, size, count) = (word(image, 32)? as usize, half(image, 46)?, half(image, 48)?);
    let header = |number: usize, place: usize| word(image, headers + number * usize::from(size) + place * 4);
    let table = (0..usize::from(count)).find(|number| header(*number, 1) == Some(SYMBOLS))?;
    let (start, bytes, names) = (header(table, 4)? as usize, header(table, 5)?, header(table, 6)? as usize);
    let texts = header(names, 4)? as usize;
    let mut found = Vec::new();
    for number in 0..bytes as usize / 16 {
        let at = start + number * 16;
        if image.get(at + 12)? & 15 != FUNCTION {
            continue;
        }
        let name = image.get(texts.checked_add(word(image, at)? as usize)?..)?;
        let name = &name[..name.iter().position(|byte| *byte == 0)?];
        let name = format!("{:#}", rustc_demangle::demangle(&String::from_utf8_lossy(name)));
        found.push((word(image, at + 4)?, word(image, at + 8)?, name));
    }
    Some(found)
}

fn word(image: &[u8], at: usize) -> Option<u32> {
    let bytes = image.get(at..at.checked_add(4)?)?;
    Some(bytes.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte)))
}

fn half(image: &[u8], at: usize) -> Option<u16> {
    let bytes = image.get(at..at.checked_add(2)?)?;
    Some(u16::from(bytes[0]) | u16::from(bytes[1]) << 8)
}
