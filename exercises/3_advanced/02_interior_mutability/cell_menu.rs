// The cell menu
//
// One: eight programs in `cell_menu/items/`, in the order of the constants, print "Send and Sync", "Send only",
// "Sync only" or "neither" for a type. Say which, as in `Compiles("neither").sure(70)`.
//
// Two: four types want to change something behind `&self`. Choose for each, from `Cell`, `RefCell`, `OnceCell`,
// the atomics, `Mutex` and `RwLock`, the one that asks the least of it, and write the bodies. `Button` and
// `Page` belong to one thread at a time: they may move to another, must not be shared, and pay for no lock.
// `Stop` and `Rates` are shared by threads. Public signatures stay; no `unsafe`.
//
// Read: https://doc.rust-lang.org/std/cell/index.html

use kit::predict::*;

// TODO: Replace each `Open` by what you expect.
const CELL: Answer = Open;
const REF_CELL: Answer = Open;
const ONCE_CELL: Answer = Open;
const ONCE_LOCK: Answer = Open;
const LAZY_LOCK_OF_CELL: Answer = Open;
const MUTEX_OF_CELL: Answer = Open;
const RW_LOCK_OF_CELL: Answer = Open;
const REFERENCE_TO_ATOMIC: Answer = Open;

/// Counts how often it was pressed.
#[derive(Default)]
pub struct Button {
    // TODO: Put the fitting cell around this number.
    presses: u32,
}

impl Button {
    pub fn press(&self) {
        todo!("one more than {}", self.presses)
    }

    pub fn presses(&self) -> u32 {
        todo!("{}", self.presses)
    }

    /// Replaces the count by what `change` makes of it. `change` may use this button, and what it brings back counts.
    pub fn adjust(&self, change: impl FnOnce(u32) -> u32) {
        todo!("{}", change(self.presses))
    }
}

/// A text, and its words, which are looked for when somebody asks.
pub struct Page {
    text: String,
    // TODO: Keep the words here, once they were looked for.
    words: (),
}

impl Page {
    pub fn new(text: &str) -> Self {
        Page {
            text: text.to_owned(),
            words: (),
        }
    }

    /// The words, in order, each as often as it occurs. `split` is called for the first question and never again.
    pub fn words(&self, split: impl FnOnce(&str) -> Vec<String>) -> &[String] {
        todo!("{:?} {:?}", split(&self.text), self.words)
    }
}

/// Asks threads to stop.
#[derive(Default)]
pub struct Stop {
    // TODO: Make this something that threads may share.
    asked: bool,
}

impl Stop {
    pub const fn new() -> Self {
        Stop { asked: false }
    }

    /// Asks. True for the one who asked first, also if many ask at once.
    pub fn ask(&self) -> bool {
        todo!("{}", self.asked)
    }

    pub fn is_asked(&self) -> bool {
        todo!("{}", self.asked)
    }
}

/// Prices by name: read all the time by many threads at once, now and then replaced.
#[derive(Default)]
pub struct Rates {
    // TODO: Let many read at once.
    prices: Vec<(String, u64)>,
}

impl Rates {
    /// Replaces all prices.
    pub fn replace(&self, prices: Vec<(String, u64)>) {
        todo!("{prices:?} for {:?}", self.prices)
    }

    /// Shows the prices to `read`, while others may look at them too.
    pub fn read<R>(&self, read: impl FnOnce(&[(String, u64)]) -> R) -> R {
        read(&self.prices)
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::sync::{atomic, mpsc};
    use std::time::Duration;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            CELL,
            REF_CELL,
            ONCE_CELL,
            ONCE_LOCK,
            LAZY_LOCK_OF_CELL,
            MUTEX_OF_CELL,
            RW_LOCK_OF_CELL,
            REFERENCE_TO_ATOMIC,
        ]);
    }

    #[test]
    fn a_button_counts() {
        let mut rng = ::kit::Rng::salted("cell_menu: a_button_counts");
        let button = Button::default();
        let times = rng.within(2..40_u32);
        (0..times).for_each(|_| button.press());
        assert_eq!(button.presses(), times, "pressed {times} times");
        button.adjust(|count| count * 3);
        assert_eq!(button.presses(), times * 3, "adjusted to three times that");
    }

    #[test]
    fn a_button_may_be_used_while_it_is_adjusted() {
        let button = Button::default();
        button.press();
        button.adjust(|count| {
            button.press();
            assert_eq!(
                button.presses(),
                2,
                "pressed once before and once in the middle: nobody may hold the count meanwhile"
            );
            count + 10
        });
        assert_eq!(button.presses(), 11, "what was brought back counts: 1 + 10");
    }

    #[test]
    fn nobody_keeps_books_without_need() {
        assert_eq!(
            size_of::<Button>(),
            size_of::<u32>(),
            "a count goes in and out whole, so there is nothing to remember but the number itself"
        );
        assert!(
            size_of::<Stop>() <= size_of::<u32>(),
            "one flag needs no lock, and has no room for one: it is set in a single step"
        );
    }

    #[test]
    fn a_page_is_split_when_somebody_asks_and_once_only() {
        let mut rng = ::kit::Rng::salted("cell_menu: a_page_is_split_once_only");
        let parts: Vec<String> = (0..rng.within(2..6_usize))
            .map(|at| format!("word{at}"))
            .collect();
        let calls = ::kit::Calls::new();
        let page = Page::new(&parts.join(" "));
        let split = |text: &str| {
            calls.note();
            text.split(' ').map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(calls.count(), 0, "nobody has asked yet");
        let first = page.words(split);
        let second = page.words(split);
        assert_eq!((first, second), (&parts[..], &parts[..]));
        assert_eq!(
            calls.count(),
            1,
            "the second question has its answer already"
        );
        assert!(std::ptr::eq(first, second), "both look at the same list");
        let blank = Page::new("");
        assert_eq!(blank.words(|_| Vec::new()).len(), 0);
        assert_eq!(
            blank.words(|_| panic!("no words is an answer too")).len(),
            0
        );
    }

    #[test]
    fn exactly_one_is_the_first_to_ask() {
        static STOP: Stop = Stop::new();
        assert!(!STOP.is_asked(), "nobody has asked yet");
        let firsts: usize = std::thread::scope(|scope| {
            let asking: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| usize::from(STOP.ask())))
                .collect();
            asking.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!(firsts, 1, "four asked, one of them first");
        assert!(STOP.is_asked());
        assert!(!STOP.ask(), "it was asked long ago");
    }

    /// Returns when so many have arrived.
    fn meet(arrived: &atomic::AtomicUsize, wanted: usize) {
        arrived.fetch_add(1, atomic::Ordering::SeqCst);
        for turn in 0.. {
            if arrived.load(atomic::Ordering::SeqCst) >= wanted {
                return;
            }
            if turn < 500 {
                std::hint::spin_loop();
            } else {
                std::thread::yield_now();
            }
        }
    }

    #[test]
    fn two_who_ask_at_once_are_not_both_first() {
        let stops: Vec<Stop> = (0..300).map(|_| Stop::new()).collect();
        let (arrived, firsts) = (atomic::AtomicUsize::new(0), atomic::AtomicUsize::new(0));
        let ask_all = || {
            for (round, stop) in stops.iter().enumerate() {
                meet(&arrived, round * 4 + 2);
                if stop.ask() {
                    firsts.fetch_add(1, atomic::Ordering::SeqCst);
                }
                meet(&arrived, round * 4 + 4);
                let firsts = firsts.load(atomic::Ordering::SeqCst);
                if firsts != round + 1 {
                    return Err(firsts - round);
                }
            }
            Ok(())
        };
        let asked = std::thread::scope(|scope| {
            let other = scope.spawn(ask_all);
            ask_all().and(other.join().unwrap())
        });
        assert_eq!(
            asked,
            Ok(()),
            "two asked as nearly at once as they could, and one of them is the first, not both"
        );
    }

    #[test]
    fn rates_are_replaced_as_a_whole() {
        let mut rng = ::kit::Rng::salted("cell_menu: rates_are_replaced_as_a_whole");
        let rates = Rates::default();
        assert_eq!(rates.read(<[_]>::len), 0);
        let price = rng.within(1..900_u64);
        rates.replace(vec![("tea".to_owned(), price), ("salt".to_owned(), 2)]);
        rates.replace(vec![("tea".to_owned(), price)]);
        assert_eq!(
            rates.read(<[_]>::to_vec),
            [("tea".to_owned(), price)],
            "the last list, and nothing of the first"
        );
    }

    #[test]
    fn two_threads_read_the_rates_at_the_same_time() {
        let rates = Rates::default();
        rates.replace(vec![("tea".to_owned(), 3)]);
        let (inside, other) = (mpsc::channel(), mpsc::channel());
        let meet = |mine: mpsc::Sender<()>, yours: mpsc::Receiver<()>| {
            rates.read(move |prices| {
                let _ = mine.send(());
                let met = yours.recv_timeout(Duration::from_secs(3)).is_ok();
                met.then_some(prices.as_ptr().addr())
            })
        };
        let met = std::thread::scope(|scope| {
            let first = scope.spawn(|| meet(inside.0, other.1));
            let second = scope.spawn(|| meet(other.0, inside.1));
            [first, second].map(|reader| reader.join().unwrap_or(None))
        });
        assert!(
            met[0].is_some() && met[1].is_some(),
            "each of two readers waits inside for the other, and they never meet: only one is let in"
        );
        assert_eq!(
            met[0], met[1],
            "both look at one and the same list: nothing has to be copied for a reader"
        );
    }
}
