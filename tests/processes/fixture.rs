//! The programs that misbehave, one word each: `fixture WORD [FIFO] [NUMBER]`. The FIFO is opened for
//! writing and kept open, by every process of the family, so that its reader knows when all are gone.
//! Each ends by itself after 60 s at the latest.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, Barrier, Mutex};
use std::time::Duration;
use std::{env, process, thread};

unsafe extern "C" {
    fn setsid() -> i32;
    fn signal(number: i32, handler: usize) -> usize;
    fn kill(pid: i32, number: i32) -> i32;
    fn getppid() -> i32;
}

const LONG: Duration = Duration::from_secs(60);

fn main() {
    let args: Vec<String> = env::args().collect();
    let word = args[1].as_str();
    let alive = args.get(2).filter(|path| !path.is_empty()).map(|path| hold(path));
    if word != "many" {
        thread::spawn(|| {
            thread::sleep(LONG);
            process::abort();
        });
    }
    match word {
        "loop" => loop {
            std::hint::spin_loop();
        },
        "sleep" => thread::sleep(LONG),
        "deadlock" => deadlock(),
        "print" => loop {
            flood(1 << 30);
        },
        "flood" => flood(args[3].parse().unwrap()),
        "allocate" => allocate(),
        "overflow" => println!("{}", overflow(1)),
        "abort" => process::abort(),
        "null" => println!("{}", unsafe { *std::hint::black_box(std::ptr::null::<u8>()) }),
        "kill_self" => drop(unsafe { kill(process::id() as i32, 9) }),
        "holder" => {
            drop(child("left", &args, Stdio::inherit()));
            wait_for(&args[2], "left");
        }
        "quiet_child" => {
            drop(child("left", &args, Stdio::null()));
            wait_for(&args[2], "left");
        }
        "left" => {
            say_for(&args[2], "left");
            thread::sleep(LONG);
        }
        "stubborn" => {
            unsafe { signal(15, 1) };
            println!("deaf");
            thread::sleep(LONG);
        }
        "polite" => thread::sleep(LONG),
        "session" => {
            drop(child("in_session", &args, Stdio::inherit()));
            wait_for(&args[2], "in_session");
            thread::sleep(LONG);
        }
        "session_left" => {
            drop(child("in_session", &args, Stdio::inherit()));
            wait_for(&args[2], "in_session");
        }
        "in_session" => {
            unsafe { setsid() };
            unsafe { signal(15, 1) };
            say_for(&args[2], "in_session");
            thread::sleep(LONG);
        }
        "fork" => {
            drop(child("fork_again", &args, Stdio::inherit()));
            wait_for(&args[2], "in_session");
        }
        "fork_again" => drop(child("in_session", &args, Stdio::inherit())),
        // Each generation starts the next and ends, faster than anybody can look.
        "many" => {
            let left: u32 = args.get(3).map_or(2000, |left| left.parse().unwrap());
            if left > 0 {
                let next = (left - 1).to_string();
                let mut command = Command::new(env::current_exe().unwrap());
                drop(command.args(["many", &args[2], &next]).spawn().unwrap());
            }
            if left == 2000 {
                thread::sleep(Duration::from_millis(50));
            }
        }
        "kill_parent" => {
            drop(child("in_session", &args, Stdio::inherit()));
            wait_for(&args[2], "in_session");
            unsafe { kill(getppid(), 9) };
            thread::sleep(LONG);
        }
        "stop_parent" => {
            unsafe { kill(getppid(), 19) };
            println!("it stands still");
            thread::sleep(LONG);
        }
        "seven" => process::exit(7),
        "code_127" => process::exit(127),
        "normal" => {
            println!("working");
            thread::sleep(Duration::from_millis(300));
            eprintln!("done");
        }
        "env" => {
            for (name, value) in env::vars() {
                println!("{name}={value}");
            }
            let mut text = String::new();
            std::io::stdin().read_line(&mut text).unwrap();
            println!("stdin: {text:?}, cwd: {}", env::current_dir().unwrap().display());
            File::create("left.txt").unwrap().write_all(b"brought").unwrap();
        }
        "nothing" => {}
        other => panic!("no fixture {other}"),
    }
    drop(alive);
}

fn hold(path: &str) -> File {
    let mut pipe = OpenOptions::new().write(true).open(path).unwrap();
    pipe.write_all(b"+").unwrap();
    pipe
}

/// The same program again, called by another word. `left` keeps no stderr, so that only the pipe under test is held.
fn child(word: &str, args: &[String], output: Stdio) -> process::Child {
    let error = if word == "left" { Stdio::null() } else { Stdio::inherit() };
    let mut command = Command::new(env::current_exe().unwrap());
    command.args([word, &args[2]]).stdout(output).stderr(error).spawn().unwrap()
}

/// What a grandchild has done, told by a file beside the FIFO.
fn say_for(fifo: &str, what: &str) {
    File::create(format!("{fifo}.{what}")).unwrap();
}

fn wait_for(fifo: &str, what: &str) {
    while !std::path::Path::new(&format!("{fifo}.{what}")).exists() {
        thread::sleep(Duration::from_millis(1));
    }
}

fn deadlock() {
    let (a, b) = (Arc::new(Mutex::new(0)), Arc::new(Mutex::new(0)));
    let both = Arc::new(Barrier::new(2));
    let (a2, b2, both2) = (Arc::clone(&a), Arc::clone(&b), Arc::clone(&both));
    let other = thread::spawn(move || {
        let held = b2.lock().unwrap();
        both2.wait();
        *a2.lock().unwrap() += *held;
    });
    let held = a.lock().unwrap();
    both.wait();
    *b.lock().unwrap() += *held;
    other.join().unwrap();
}

fn flood(bytes: usize) {
    let mut out = std::io::stdout().lock();
    let chunk = vec![b'x'; 1 << 20];
    out.write_all(b"first").unwrap();
    for _ in 0..bytes >> 20 {
        out.write_all(&chunk).unwrap();
    }
    out.write_all(b"last").unwrap();
}

fn allocate() {
    let mut all = Vec::new();
    loop {
        all.push(vec![1_u8; 1 << 20]);
        std::hint::black_box(&all);
    }
}

#[allow(unconditional_recursion)]
fn overflow(n: u64) -> u64 {
    let room = std::hint::black_box([n; 64]);
    overflow(n + 1) + room[3]
}
