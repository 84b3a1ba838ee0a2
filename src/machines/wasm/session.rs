//! A session: sentences that a host carries out with a module, and what it then expects. It must not know what a
//! module is for.

use std::collections::BTreeMap;

use wasmi::{Extern, Instance, Memory, Store, TrapCode, Val, ValType};

use super::Host;
use super::words::{Line, Sentence, Value, Words};
use crate::check::machine::End;

/// What a host does, read.
#[derive(Debug)]
pub(super) struct Session(Vec<Line>);

impl Session {
    /// Reads it, or says which line is no sentence.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut open = vec![(Value::Number(1), 0, Vec::new())];
        for (place, line) in text.lines().enumerate() {
            let number = place + 1;
            let mut words = Words::new(line);
            if words.rest().is_empty() || words.rest().starts_with('#') {
                continue;
            }
            let at = |why: String| format!("line {number}: {why}");
            if words.take_word("repeat") {
                open.push((words.value().map_err(at)?, number, Vec::new()));
                continue;
            }
            let says = if words.take_word("end") {
                let Some((count, _, lines)) = open.pop().filter(|_| !open.is_empty()) else {
                    return Err(at("`end`, and nothing was begun".to_owned()));
                };
                Sentence::Repeat(count, lines)
            } else {
                sentence(&mut words).map_err(at)?
            };
            words.because().map_err(at)?;
            if let Some((.., lines)) = open.last_mut() {
                lines.push(Line { number, says });
            }
        }
        match (open.pop(), open.is_empty()) {
            (Some((.., lines)), true) => Ok(Self(lines)),
            (Some((_, number, _)), false) => Err(format!("line {number}: `repeat` without `end`")),
            (None, _) => Ok(Self(Vec::new())),
        }
    }

    /// Carries it out to its end, or to the first sentence that fails.
    pub(super) fn play(&self, store: &mut Store<Host>, instance: Instance, salt: u64, lines: u32) -> End {
        let mut play = Play { store, instance, names: BTreeMap::new(), draws: salt, lines };
        match play.all(&self.0) {
            Ok(()) => End::Ended(0),
            Err(end) => end,
        }
    }
}

fn sentence(words: &mut Words<'_>) -> Result<Sentence, String> {
    if words.take_word("let") {
        let name = words.word()?.to_owned();
        if !words.take("=") {
            return Err("a `=` is missing".to_owned());
        }
        return Ok(Sentence::Let(name, words.value()?));
    }
    if words.take_word("put") {
        let address = words.value()?;
        if !words.take(":") {
            return Err("a `:` is missing".to_owned());
        }
        return Ok(Sentence::Put(address, words.list("")?));
    }
    if words.take_word("expect") {
        let whole = words.rest();
        let (left, how, right) = (words.value()?, words.comparison()?, words.value()?);
        let text = whole[..whole.len() - words.rest().len()].trim_end().to_owned();
        return Ok(Sentence::Expect { left, how, right, text, because: words.because()? });
    }
    Ok(Sentence::Do(words.value()?))
}

struct Play<'s> {
    store: &'s mut Store<Host>,
    instance: Instance,
    names: BTreeMap<String, i64>,
    draws: u64,
    /// How many more sentences are carried out.
    lines: u32,
}

impl Play<'_> {
    fn all(&mut self, lines: &[Line]) -> Result<(), End> {
        lines.iter().try_for_each(|line| self.line(line))
    }

    fn line(&mut self, line: &Line) -> Result<(), End> {
        let number = line.number;
        self.lines = self.lines.checked_sub(1).ok_or(End::Steps)?;
        match &line.says {
            Sentence::Let(name, value) => {
                let value = self.value(value, number)?;
                self.names.insert(name.clone(), value);
            }
            Sentence::Put(address, values) => {
                let address = self.value(address, number)?;
                let bytes = values.iter().map(|value| Ok(self.value(value, number)?.to_le_bytes()[0]));
                let bytes: Vec<u8> = bytes.collect::<Result<_, End>>()?;
                let place = self.place(address, bytes.len(), number)?;
                let memory = self.memory(number)?;
                memory.data_mut(&mut *self.store)[place..place + bytes.len()].copy_from_slice(&bytes);
            }
            Sentence::Expect { left, how, right, text, because } => {
                let (left, right) = (self.value(left, number)?, self.value(right, number)?);
                if !holds(left, how, right) {
                    let because = if because.is_empty() { String::new() } else { format!(": {because}") };
                    let says = format!(
                        "line {number} of the session expects `{text}`, and it is {left} on the left and {right} on the right{because}"
                    );
                    return Err(End::Unmet(says));
                }
            }
            Sentence::Repeat(count, lines) => {
                for _ in 0..self.value(count, number)? {
                    self.all(lines)?;
                }
            }
            Sentence::Do(value) => _ = self.value(value, number)?,
        }
        Ok(())
    }

    fn value(&mut self, value: &Value, line: usize) -> Result<i64, End> {
        Ok(match value {
            Value::Number(number) => *number,
            Value::Name(name) => match self.names.get(name) {
                Some(number) => *number,
                None => return Err(broken(line, &format!("`{name}` has no value"))),
            },
            Value::Sum(left, sign, right) => {
                let (left, right) = (self.value(left, line)?, self.value(right, line)?);
                match sign {
                    '+' => left.wrapping_add(right),
                    '-' => left.wrapping_sub(right),
                    _ => left.wrapping_mul(right),
                }
            }
            Value::Call(name, arguments) => {
                let arguments = arguments.iter().map(|value| self.value(value, line));
                let arguments: Vec<i64> = arguments.collect::<Result<_, End>>()?;
                match name.strip_prefix('@') {
                    Some(own) => self.own(own, &arguments, line)?,
                    None => self.call(name, &arguments, line)?,
                }
            }
        })
    }

    /// What the host does without the module: reading its memory, drawing numbers.
    fn own(&mut self, name: &str, arguments: &[i64], line: usize) -> Result<i64, End> {
        match (name, arguments) {
            ("byte", [address]) => self.read(*address, 1, line),
            ("word", [address]) => self.read(*address, 4, line),
            ("pages", []) => Ok(self.memory(line)?.size(&*self.store).cast_signed()),
            ("random", [low, high]) if low <= high => {
                let (low, high) = (*low, *high);
                Ok(low + (self.draw() % ((high - low).unsigned_abs() + 1)).cast_signed())
            }
            _ => Err(broken(
                line,
                &format!("the host does not know `@{name}` with {} values", arguments.len()),
            )),
        }
    }

    /// Steele, Lea and Flood's splitmix: each number from the one before.
    fn draw(&mut self) -> u64 {
        self.draws = self.draws.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.draws ^ (self.draws >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) >> 1
    }

    fn memory(&self, line: usize) -> Result<Memory, End> {
        let memory = self.instance.get_export(&*self.store, "memory").and_then(Extern::into_memory);
        memory
            .ok_or_else(|| End::Fault(format!("line {line} of the session: the module exports no `memory`")))
    }

    /// The place of these bytes in the module's memory as it is now.
    fn place(&self, address: i64, bytes: usize, line: usize) -> Result<usize, End> {
        let size = self.memory(line)?.data_size(&*self.store);
        // An address of 32 bits that came back as a number with a sign.
        let start = usize::try_from(address & 0xFFFF_FFFF).unwrap_or(usize::MAX);
        if start.checked_add(bytes).is_none_or(|end| end > size) {
            let says = format!(
                "line {line} of the session: {address} is no address of the module's {size} bytes of memory"
            );
            return Err(End::Fault(says));
        }
        Ok(start)
    }

    fn read(&self, address: i64, bytes: usize, line: usize) -> Result<i64, End> {
        let place = self.place(address, bytes, line)?;
        let data = self.memory(line)?.data(&*self.store);
        Ok(data[place..place + bytes].iter().rev().fold(0, |value, byte| value << 8 | i64::from(*byte)))
    }

    fn call(&mut self, name: &str, arguments: &[i64], line: usize) -> Result<i64, End> {
        let Some(function) = self.instance.get_func(&*self.store, name) else {
            return Err(self.no_export(name, line));
        };
        let kind = function.ty(&*self.store);
        let fits = |kinds: &[ValType]| kinds.iter().all(|kind| matches!(kind, ValType::I32 | ValType::I64));
        if kind.params().len() != arguments.len()
            || kind.results().len() > 1
            || !fits(kind.params())
            || !fits(kind.results())
        {
            let (takes, gives) = (kind.params(), kind.results());
            let says = format!(
                "line {line} of the session calls `{name}` with {} values; the module's takes {takes:?} and gives {gives:?}",
                arguments.len()
            );
            return Err(End::Fault(says));
        }
        let narrow = |value: i64| Val::I32(low_half(value));
        let values: Vec<Val> = kind
            .params()
            .iter()
            .zip(arguments)
            .map(|(kind, value)| if *kind == ValType::I32 { narrow(*value) } else { Val::I64(*value) })
            .collect();
        let mut results = vec![Val::I32(0); kind.results().len()];
        if let Err(error) = function.call(&mut *self.store, &values, &mut results) {
            let shown: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            return Err(trap(
                &error,
                &format!("`{name}({})` in line {line} of the session", shown.join(", ")),
            ));
        }
        Ok(match results.first() {
            Some(Val::I32(value)) => i64::from(*value),
            Some(Val::I64(value)) => *value,
            _ => 0,
        })
    }

    fn no_export(&self, name: &str, line: usize) -> End {
        let exports = self.instance.exports(&*self.store);
        let functions =
            exports.filter(|export| matches!(export.ty(&*self.store), wasmi::ExternType::Func(_)));
        let names: Vec<String> = functions.map(|export| format!("`{}`", export.name())).collect();
        let has = if names.is_empty() { "no function".to_owned() } else { names.join(", ") };
        End::Fault(format!("line {line} of the session calls `{name}`, and the module exports {has}"))
    }
}

fn broken(line: usize, why: &str) -> End {
    End::Refused(format!("the session is broken: line {line}: {why}"))
}

/// The lower 32 of 64 bits.
fn low_half(value: i64) -> i32 {
    let [a, b, c, d, ..] = value.to_le_bytes();
    i32::from_le_bytes([a, b, c, d])
}

fn holds(left: i64, how: &str, right: i64) -> bool {
    match how {
        "==" => left == right,
        "!=" => left != right,
        "<" => left < right,
        ">" => left > right,
        "<=" => left <= right,
        _ => left >= right,
    }
}

/// A call that did not come back.
fn trap(error: &wasmi::Error, what: &str) -> End {
    match error.as_trap_code() {
        Some(TrapCode::OutOfFuel) => End::Steps,
        Some(TrapCode::UnreachableCodeReached) => End::Fault(format!(
            "{what} came to `unreachable`: a panic or an abort, whose message stays inside of the module"
        )),
        Some(TrapCode::MemoryOutOfBounds) => {
            End::Fault(format!("{what} used an address that is not in its memory"))
        }
        _ => End::Fault(format!("{what} did not come back: {error}")),
    }
}
