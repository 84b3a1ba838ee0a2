//! The kernel's own work: it greets, and then does what the letters at the serial line ask for.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
mod boot;
#[cfg(target_os = "none")]
mod machine;

#[cfg(not(target_os = "none"))]
fn main() {
    println!("this is a kernel: build it for riscv32i-unknown-none-elf");
}

#[cfg(target_os = "none")]
mod kernel {
    use core::fmt;
    use core::sync::atomic::{AtomicU32, Ordering};

    use crate::machine;
    use crate::println;

    /// How many tickets were sold; a variable that begins as zero.
    static SOLD: AtomicU32 = AtomicU32::new(0);
    /// Seats of the hall, none of them taken.
    static TAKEN: [AtomicU32; 40] = [const { AtomicU32::new(0) }; 40];
    /// A variable that begins with a value.
    static PRICE: AtomicU32 = AtomicU32::new(12);

    /// Where `boot` hands over: there is a stack, and memory is as Rust expects it.
    #[unsafe(no_mangle)]
    extern "C" fn kernel_main() -> ! {
        println!("The kernel is up.");
        while let Some(letter) = machine::receive() {
            match letter {
                b't' => sell(),
                b's' => println!("{} steps down, and up again", deep(200)),
                b'p' => panic!("asked for by the serial line"),
                b'd' => println!("This one cannot be shown: {}", Broken),
                other => println!("What is {other}?"),
            }
        }
        println!("Nothing left to do.");
        machine::off(0)
    }

    fn sell() {
        let number = SOLD.fetch_add_by_one();
        let seat = &TAKEN[number as usize % TAKEN.len()];
        seat.fetch_add_by_one();
        let taken: u32 = TAKEN.iter().map(|seat| seat.load(Ordering::Relaxed)).sum();
        println!(
            "ticket {number} for {}, {taken} taken",
            PRICE.load(Ordering::Relaxed)
        );
    }

    /// Uses a good part of the stack.
    #[inline(never)]
    fn deep(levels: u32) -> u32 {
        let frame = [AtomicU32::new(levels), AtomicU32::new(1)];
        if levels == 0 {
            0
        } else {
            frame[1].load(Ordering::Relaxed) + deep(levels - 1)
        }
    }

    /// This processor has no atomic addition; there is only one of it, and nobody interrupts it.
    trait AddOne {
        fn fetch_add_by_one(&self) -> u32;
    }

    impl AddOne for AtomicU32 {
        fn fetch_add_by_one(&self) -> u32 {
            let before = self.load(Ordering::Relaxed);
            self.store(before.wrapping_add(1), Ordering::Relaxed);
            before.wrapping_add(1)
        }
    }

    /// Panics in the middle of being printed.
    struct Broken;

    impl fmt::Display for Broken {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            panic!("in the middle of a line")
        }
    }
}
