// Values of eight bytes
//
// A virtual machine moves values all day, so a `Value` is eight bytes: a number, a truth value, nil, or a handle of a
// text. Many patterns of an `f64` are no number (NaN); the other kinds hide among them.
//
// Write the conversions. A number comes back with the bits it had, but for NaN, which comes back as some NaN. Two
// values are equal if they are the same kind and the same thing; 0.0 equals -0.0, and NaN equals NaN. Equal values have
// equal hashes, others hardly ever.
//
// `Pool` has one handle for each text: equal texts have equal handles, and one stays good while the pool grows. No `unsafe`.
//
// Read: https://rust-hosted-langs.github.io/book/chapter-interp-tagged-ptrs.html

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// A text in a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handle(u32);

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Number(f64),
    Truth(bool),
    Nil,
    Text(Handle),
}

/// A value of the machine.
#[derive(Clone, Copy)]
pub struct Value(u64);

// TODO: Choose which patterns stand for what, and convert.
impl From<Kind> for Value {
    fn from(kind: Kind) -> Self {
        todo!("{kind:?}")
    }
}

impl Value {
    pub fn kind(self) -> Kind {
        todo!("{:#x}", self.0)
    }
}

// TODO: Compare and hash, so that equal values meet in a map.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        todo!("{:#x} and {:#x}", self.0, other.0)
    }
}

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, _: &mut H) {
        todo!("{:#x}", self.0)
    }
}

/// Texts, and the handle of each.
#[derive(Default)]
pub struct Pool {
    texts: Vec<String>,
    known: HashMap<String, Handle>,
}

impl Pool {
    /// The handle of this text: a new one if it is not here yet.
    pub fn intern(&mut self, text: &str) -> Handle {
        // TODO: Look first.
        todo!("{text} among {} {}", self.texts.len(), self.known.len())
    }

    /// The text of a handle that came from this pool.
    pub fn text(&self, handle: Handle) -> &str {
        &self.texts[handle.0 as usize]
    }
}

// == checks ==
const _: () = assert!(size_of::<Value>() == 8);

#[cfg(test)]
mod checks {
    use super::*;
    use std::collections::HashSet;
    use std::hash::{DefaultHasher, Hash, Hasher};

    fn number(number: f64) -> Value {
        Value::from(Kind::Number(number))
    }

    fn hash(value: Value) -> u64 {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    }

    /// Numbers of all sorts, none of them NaN.
    fn numbers(what: &str) -> Vec<f64> {
        let mut rng = ::kit::Rng::salted(&format!("vm_1_values: {what}"));
        let mut numbers = vec![
            0.0,
            -0.0,
            1.0,
            -1.5,
            f64::MAX,
            f64::MIN_POSITIVE,
            f64::from_bits(1),
            f64::INFINITY,
            f64::NEG_INFINITY,
        ];
        for _ in 0..20 {
            let any = f64::from_bits(u64::from_le_bytes(std::array::from_fn(|_| rng.u8())));
            numbers.push(if any.is_nan() { 0.5 } else { any });
        }
        numbers
    }

    /// Values that computations and files may bring and that are no number.
    fn nans() -> Vec<f64> {
        let mut rng = ::kit::Rng::salted("vm_1_values: nans");
        let mut nans = vec![f64::NAN, -f64::NAN, 0.0 / std::hint::black_box(0.0)];
        nans.push(std::hint::black_box(f64::INFINITY) - f64::INFINITY);
        for sign in [0, 1 << 63] {
            nans.extend(
                [1, (1 << 52) - 1, 1 << 51, (1 << 51) + 1]
                    .map(|low| f64::from_bits(sign | 0x7ff << 52 | low)),
            );
            for place in 0..13 {
                nans.extend(
                    (1..16).map(|part: u64| {
                        f64::from_bits(sign | 0x7ff << 52 | part << (4 * place) | 1)
                    }),
                );
            }
            let low = u64::from(rng.u8()) << rng.below(44) | 1;
            nans.push(f64::from_bits(sign | 0x7ff << 52 | low));
        }
        nans
    }

    fn others(pool: &mut Pool) -> Vec<Value> {
        let mut rng = ::kit::Rng::salted("vm_1_values: others");
        let mut others = vec![
            Value::from(Kind::Nil),
            Value::from(Kind::Truth(false)),
            Value::from(Kind::Truth(true)),
        ];
        for len in 0..6 {
            others.push(Value::from(Kind::Text(pool.intern(&rng.text(len)))));
        }
        others.extend([0, 1, 1 << 31, u32::MAX].map(|raw| Value::from(Kind::Text(Handle(raw)))));
        others
    }

    #[test]
    fn numbers_come_back_bit_for_bit() {
        for given in numbers("come back") {
            match number(given).kind() {
                Kind::Number(back) => {
                    assert_eq!(back.to_bits(), given.to_bits(), "{given} became {back}")
                }
                other => panic!("{given} became {other:?}"),
            }
        }
    }

    #[test]
    fn what_is_not_a_number_stays_a_number_that_is_none() {
        for given in nans() {
            match number(given).kind() {
                Kind::Number(back) => {
                    assert!(back.is_nan(), "{:#x} became {back}", given.to_bits())
                }
                other => panic!(
                    "the NaN with the bits {:#x} is taken for {other:?}",
                    given.to_bits()
                ),
            }
        }
    }

    #[test]
    fn truths_nil_and_handles_come_back() {
        assert!(matches!(Value::from(Kind::Nil).kind(), Kind::Nil), "nil");
        for truth in [false, true] {
            let back = Value::from(Kind::Truth(truth)).kind();
            assert!(
                matches!(back, Kind::Truth(same) if same == truth),
                "{truth} became {back:?}"
            );
        }
        let mut rng = ::kit::Rng::salted("vm_1_values: handles");
        let some = u32::from(rng.u8()) << 20 | u32::from(rng.u8());
        for raw in [0, 1, 2, 3, some, 1 << 31, u32::MAX] {
            let back = Value::from(Kind::Text(Handle(raw))).kind();
            assert!(
                matches!(back, Kind::Text(Handle(same)) if same == raw),
                "handle {raw} became {back:?}"
            );
        }
    }

    #[test]
    fn the_same_thing_is_equal_and_nothing_else_is() {
        let mut pool = Pool::default();
        let mut all = others(&mut pool);
        all.extend([0.0, 1.0, 2.0, f64::INFINITY, f64::from_bits(1)].map(number));
        let mut rng = ::kit::Rng::salted("vm_1_values: equal");
        all.push(number(f64::from(rng.u8()) + 2.5));
        let mut seen: Vec<Value> = Vec::new();
        for value in all {
            let copy = Value::from(value.kind());
            assert!(
                value == copy && hash(value) == hash(copy),
                "{:?} equals itself",
                value.kind()
            );
            let twin = seen
                .iter()
                .find(|other| **other == value && !same_handle(**other, value));
            assert!(
                twin.is_none(),
                "{:?} is another thing than {:?}",
                value.kind(),
                twin.map(|it| it.kind())
            );
            seen.push(value);
        }
    }

    fn same_handle(one: Value, other: Value) -> bool {
        matches!((one.kind(), other.kind()), (Kind::Text(one), Kind::Text(other)) if one == other)
    }

    #[test]
    fn zeros_are_equal_and_so_is_whatever_is_no_number() {
        let mut keys = HashSet::new();
        assert!(keys.insert(number(0.0)));
        assert!(
            number(0.0) == number(-0.0),
            "0.0 and -0.0 are the same number"
        );
        assert_eq!(
            hash(number(0.0)),
            hash(number(-0.0)),
            "equal values have equal hashes"
        );
        assert!(!keys.insert(number(-0.0)), "the key is there already");
        keys.insert(number(f64::NAN));
        for nan in nans() {
            assert!(
                number(nan) == number(f64::NAN),
                "NaN with the bits {:#x} as a key",
                nan.to_bits()
            );
            assert!(
                keys.contains(&number(nan)),
                "a NaN that was put in is found"
            );
        }
        assert_eq!(keys.len(), 2);
    }

    #[test]
    fn different_things_hardly_ever_have_the_same_hash() {
        let mut rng = ::kit::Rng::salted("vm_1_values: hashes");
        let from = rng.below(1000) as u32;
        let numbers = (from..from + 50).map(|at| number(f64::from(at) + 0.5));
        let handles = (from..from + 50).map(|raw| Value::from(Kind::Text(Handle(raw))));
        let hashes: HashSet<u64> = numbers.chain(handles).map(hash).collect();
        assert!(
            hashes.len() > 95,
            "100 different values have only {} hashes: a map would search them all",
            hashes.len()
        );
    }

    #[test]
    fn equal_texts_have_one_handle() {
        let mut rng = ::kit::Rng::salted("vm_1_values: pool");
        let mut pool = Pool::default();
        let texts: Vec<String> = (0..40).map(|at| format!("{at}-{}", rng.text(5))).collect();
        let handles: Vec<Handle> = texts.iter().map(|text| pool.intern(text)).collect();
        for (text, handle) in texts.iter().zip(&handles) {
            assert_eq!(pool.text(*handle), text, "as it was before the pool grew");
            let copy = text.clone();
            assert_eq!(pool.intern(&copy), *handle, "another copy of the same text");
        }
        let different: HashSet<Handle> = handles.into_iter().collect();
        assert_eq!(
            different.len(),
            40,
            "different texts have different handles"
        );
        assert_eq!(pool.texts.len(), 40, "each text is kept once");
    }
}
