use std::collections::HashMap;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::num::NonZeroUsize;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use kit::{Peer, Rng};
use watchman::line::{Dial, Line, Tcp};
use watchman::scan::{Limits, Verdict, scan};

const LONG: Duration = Duration::from_secs(8);

fn limits(at_once: usize, banner: usize) -> Limits {
    Limits {
        at_once: NonZeroUsize::new(at_once).expect("at least one"),
        dialling: LONG,
        reading: LONG,
        banner,
    }
}

/// Addresses for diallers of ours; nobody is called there.
fn targets(count: u16) -> Vec<SocketAddr> {
    (0..count)
        .map(|number| SocketAddr::from((Ipv4Addr::LOCALHOST, 20_000 + number)))
        .collect()
}

/// Counts who is being dialled or open, and the most that there were at once.
#[derive(Default)]
struct Gauge {
    now: Mutex<(usize, usize, usize)>,
    changed: Condvar,
}

impl Gauge {
    fn enter(&self) -> usize {
        let mut now = self.now.lock().expect("nobody panics in here");
        now.0 += 1;
        now.1 = now.1.max(now.0);
        now.2 += 1;
        self.changed.notify_all();
        now.2
    }

    /// Until so many were there at once; gives up in time where that never happens.
    fn wait_for(&self, at_once: usize) {
        let now = self.now.lock().expect("nobody panics in here");
        drop(
            self.changed
                .wait_timeout_while(now, Duration::from_secs(3), |now| now.1 < at_once),
        );
    }

    /// For a moment, in which a scan that goes beyond its limit would do so.
    fn tempt(&self, limit: usize) {
        let now = self.now.lock().expect("nobody panics in here");
        let moment = Duration::from_millis(10);
        drop(
            self.changed
                .wait_timeout_while(now, moment, |now| now.1 <= limit),
        );
    }

    fn leave(&self) {
        self.now.lock().expect("nobody panics in here").0 -= 1;
    }

    fn most(&self) -> usize {
        self.now.lock().expect("nobody panics in here").1
    }
}

/// A line that follows a script, and leaves the gauge when it is dropped.
struct Scripted {
    peer: Peer,
    gauge: Arc<Gauge>,
}

impl Read for Scripted {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        self.peer.read(room)
    }
}

impl Line for Scripted {
    fn patience(&mut self, within: Duration) -> io::Result<()> {
        assert!(
            !within.is_zero(),
            "no time at all is an error for a socket: stop before"
        );
        Ok(())
    }
}

impl Drop for Scripted {
    fn drop(&mut self) {
        self.gauge.leave();
    }
}

/// What dialling a target brings.
enum Script {
    Says(Peer),
    Fails(ErrorKind),
}

struct Exchange {
    scripts: HashMap<SocketAddr, Script>,
    gauge: Arc<Gauge>,
    /// The first so many dials wait for one another, and all of them a moment for one too many.
    crowd: usize,
}

impl Exchange {
    fn new(scripts: impl IntoIterator<Item = (SocketAddr, Script)>, crowd: usize) -> Self {
        Self {
            scripts: scripts.into_iter().collect(),
            gauge: Arc::default(),
            crowd,
        }
    }
}

impl Dial for Exchange {
    fn dial(&self, target: SocketAddr, within: Duration) -> io::Result<Box<dyn Line>> {
        assert_eq!(
            within, LONG,
            "dialling has the time that the limits give it"
        );
        if self.gauge.enter() <= self.crowd {
            self.gauge.wait_for(self.crowd);
        }
        if self.crowd > 0 {
            self.gauge.tempt(self.crowd);
        }
        match self.scripts.get(&target) {
            Some(Script::Says(peer)) => Ok(Box::new(Scripted {
                peer: peer.clone(),
                gauge: Arc::clone(&self.gauge),
            })),
            Some(Script::Fails(kind)) => {
                self.gauge.leave();
                Err((*kind).into())
            }
            None => panic!("{target} was not asked for"),
        }
    }
}

/// The banner of a target that behaves like this.
fn banner(peer: Peer, most: usize) -> Vec<u8> {
    let targets = targets(1);
    let exchange = Exchange::new([(targets[0], Script::Says(peer))], 0);
    match scan(&targets, &exchange, limits(1, most)).as_slice() {
        [Verdict::Open { banner }] => banner.clone(),
        other => panic!("a target that can be dialled is open, not {other:?}"),
    }
}

#[test]
fn who_refused_is_closed_and_who_is_silent_is_filtered() {
    let verdict = |kind| {
        let targets = targets(1);
        scan(
            &targets,
            &Exchange::new([(targets[0], Script::Fails(kind))], 0),
            limits(3, 9),
        )
    };
    assert_eq!(
        verdict(ErrorKind::ConnectionRefused),
        [Verdict::Closed],
        "it said no"
    );
    for kind in [
        ErrorKind::TimedOut,
        ErrorKind::HostUnreachable,
        ErrorKind::NetworkUnreachable,
    ] {
        assert_eq!(
            verdict(kind),
            [Verdict::Filtered],
            "{kind:?}: nobody said no, something swallowed the question"
        );
    }
    for kind in [
        ErrorKind::PermissionDenied,
        ErrorKind::AddrNotAvailable,
        ErrorKind::ConnectionReset,
    ] {
        assert_eq!(
            verdict(kind),
            [Verdict::Failed(kind)],
            "this says nothing about the target"
        );
    }
}

#[test]
fn a_banner_is_the_first_line() {
    let mut rng = Rng::salted("watch_1_port_scan: line");
    let word = format!("ready {}", rng.u32());
    for end in ["\n", "\r\n", "\nmore\n", "\r\n\r\n"] {
        let peer = Peer::new().says(format!("{word}{end}").as_bytes());
        assert_eq!(
            banner(peer, 100),
            word.as_bytes(),
            "{word:?} and then {end:?}"
        );
    }
    assert_eq!(
        banner(Peer::new().says(word.as_bytes()), 100),
        word.as_bytes(),
        "it hung up"
    );
    assert_eq!(
        banner(Peer::new().says(b"\nmore"), 100),
        b"",
        "an empty line"
    );
    assert_eq!(banner(Peer::new(), 100), b"", "nothing at all");
    assert_eq!(
        banner(Peer::new().says(b"a\rb\n"), 100),
        b"a\rb",
        "not at the end of the line"
    );
    assert_eq!(
        banner(Peer::new().says(b"a\r"), 100),
        b"a\r",
        "no line end followed"
    );
}

#[test]
fn a_banner_comes_in_pieces() {
    let mut rng = Rng::salted("watch_1_port_scan: pieces");
    let word = rng.text(20);
    let mut peer = Peer::new();
    for byte in word.bytes().chain(*b"\r\n") {
        peer = peer.interrupts().says(&[byte]);
    }
    assert_eq!(banner(peer.says(b"more"), 200), word.as_bytes());
}

#[test]
fn a_banner_has_a_largest_size() {
    let mut rng = Rng::salted("watch_1_port_scan: size");
    let most = rng.within(2..400_usize);
    let long: Vec<u8> = (0..1000).map(|_| rng.within(b'a'..=b'z')).collect();
    assert_eq!(
        banner(Peer::new().says(&long), most),
        long[..most],
        "all at once"
    );
    let drops = long
        .iter()
        .fold(Peer::new(), |peer, byte| peer.says(&[*byte]));
    assert_eq!(
        banner(drops.clone(), most),
        long[..most],
        "one byte at a time"
    );
    let mut rest = Vec::new();
    drops.clone().read_to_end(&mut rest).expect("a script");
    assert!(
        rest.len() >= 1000 - most - 1,
        "{} bytes were read for a banner of {most}",
        1000 - rest.len()
    );
    assert_eq!(banner(Peer::new().says(b"abc\n"), 3), b"abc");
    assert_eq!(banner(Peer::new().says(b"abc\n"), 0), b"");
}

#[test]
fn an_error_ends_a_banner_and_keeps_what_came() {
    let peer = Peer::new().says(b"hal").pauses().says(b"lo\n");
    assert_eq!(
        banner(peer, 100),
        b"hal",
        "nothing came for too long: that is what the error means"
    );
    let peer = Peer::new().says(b"hal").resets();
    assert_eq!(banner(peer, 100), b"hal");
}

#[test]
fn verdicts_stand_in_the_order_of_the_targets() {
    let mut rng = Rng::salted("watch_1_port_scan: order");
    let targets = targets(60);
    let mut wanted = Vec::new();
    let mut scripts = Vec::new();
    for &target in &targets {
        let (script, verdict) = match rng.below(4) {
            0 => (Script::Fails(ErrorKind::ConnectionRefused), Verdict::Closed),
            1 => (Script::Fails(ErrorKind::TimedOut), Verdict::Filtered),
            _ => {
                let banner = rng.u32().to_string().into_bytes();
                (
                    Script::Says(Peer::new().says(&banner)),
                    Verdict::Open { banner },
                )
            }
        };
        wanted.push(verdict);
        scripts.push((target, script));
    }
    let exchange = Exchange::new(scripts, 0);
    assert_eq!(scan(&targets, &exchange, limits(1, 64)), wanted);
}

/// The first target is dialled until the second one was.
struct SlowFirst(Exchange);

impl Dial for SlowFirst {
    fn dial(&self, target: SocketAddr, within: Duration) -> io::Result<Box<dyn Line>> {
        let line = self.0.dial(target, within);
        if target == targets(1)[0] {
            self.0.gauge.wait_for(2);
            std::thread::sleep(Duration::from_millis(30));
        }
        line
    }
}

#[test]
fn who_is_slow_keeps_its_place() {
    let targets = targets(2);
    let script = |said: &str| Script::Says(Peer::new().says(said.as_bytes()));
    let exchange = Exchange::new(
        [(targets[0], script("slow")), (targets[1], script("quick"))],
        0,
    );
    let open = |said: &str| Verdict::Open {
        banner: said.into(),
    };
    assert_eq!(
        scan(&targets, &SlowFirst(exchange), limits(2, 64)),
        [open("slow"), open("quick")]
    );
}

#[test]
fn so_many_at_once_and_no_more() {
    let mut rng = Rng::salted("watch_1_port_scan: at once");
    for at_once in [1, 2, rng.within(3..9_usize)] {
        let targets = targets(40);
        let scripts = targets
            .iter()
            .map(|&target| (target, Script::Says(Peer::new().says(b"here\n"))));
        let exchange = Exchange::new(scripts, at_once);
        assert_eq!(scan(&targets, &exchange, limits(at_once, 64)).len(), 40);
        assert_eq!(
            exchange.gauge.most(),
            at_once,
            "40 targets, {at_once} may be dialled or open at once, and as many should be"
        );
    }
}

#[test]
fn more_at_once_than_there_are_targets_is_fine() {
    let targets = targets(3);
    let scripts = targets
        .iter()
        .map(|&target| (target, Script::Fails(ErrorKind::TimedOut)));
    let exchange = Exchange::new(scripts, 3);
    assert_eq!(
        scan(&targets, &exchange, limits(usize::MAX, 64)),
        vec![Verdict::Filtered; 3]
    );
    assert_eq!(exchange.gauge.most(), 3);
    assert_eq!(scan(&[], &exchange, limits(4, 64)), [], "nobody to dial");
}

#[test]
fn real_ports_are_told_apart() {
    let talker = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let silent = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let open = talker.local_addr().expect("it is bound");
    // This end of a connection has a port that nobody listens on and nobody else can take.
    let ours = TcpStream::connect(silent.local_addr().expect("it is bound")).expect("it listens");
    let closed = ours.local_addr().expect("it is connected");
    std::thread::spawn(move || {
        if let Ok((mut line, _)) = talker.accept() {
            let _ = line.write_all(b"watchman test service\r\nnext\r\n");
        }
    });
    let limits = Limits {
        reading: Duration::from_millis(400),
        ..limits(1, 64)
    };
    let found = scan(
        &[open],
        &Tcp,
        Limits {
            reading: LONG,
            ..limits
        },
    );
    assert_eq!(
        found,
        [Verdict::Open {
            banner: b"watchman test service".to_vec()
        }]
    );
    assert_eq!(scan(&[closed], &Tcp, limits), [Verdict::Closed]);
    let found = scan(&[silent.local_addr().expect("it is bound")], &Tcp, limits);
    assert_eq!(
        found,
        [Verdict::Open { banner: Vec::new() }],
        "open, and says nothing: not the same as closed"
    );
}

#[test]
fn somebody_who_drips_is_left_in_time() {
    const DROPS: usize = 600;
    let dripping = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let target = dripping.local_addr().expect("it is bound");
    let dripper = std::thread::spawn(move || {
        let (mut line, _) = dripping.accept().expect("the scan dials");
        (0..DROPS)
            .take_while(|_| {
                std::thread::sleep(Duration::from_millis(10));
                line.write_all(b".").is_ok()
            })
            .count()
    });
    let limits = Limits {
        reading: Duration::from_millis(100),
        ..limits(1, 1 << 20)
    };
    let found = scan(&[target], &Tcp, limits);
    assert!(
        matches!(found[..], [Verdict::Open { .. }]),
        "it is open: {found:?}"
    );
    let drops = dripper.join().expect("it only drips");
    assert!(
        drops < DROPS,
        "a byte comes every 10 ms, the banner may take 100 ms, and all {DROPS} were waited for: a limit for each \
         read is none for the whole"
    );
}

/// How long the banner of a flood may take.
const FLOODED: Duration = Duration::from_millis(50);

/// Says something all the time, and never ends a line.
struct Flood(u32);

impl Read for Flood {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        std::thread::sleep(Duration::from_millis(1));
        self.0 += 1;
        assert!(
            self.0 < 6000,
            "the banner may take 50 ms, and after some seconds it is still being read"
        );
        room[0] = b'.';
        Ok(1)
    }
}

impl Line for Flood {
    fn patience(&mut self, within: Duration) -> io::Result<()> {
        // Each read took a millisecond or more; half of it is asked for.
        let read = Duration::from_micros(500) * self.0;
        assert!(
            within + read <= FLOODED,
            "after {} reads the next one may wait {within:?}: with the time they took that is more than the banner has",
            self.0
        );
        Ok(())
    }
}

struct Flooding;

impl Dial for Flooding {
    fn dial(&self, _: SocketAddr, _: Duration) -> io::Result<Box<dyn Line>> {
        Ok(Box::new(Flood(0)))
    }
}

#[test]
fn somebody_who_never_stops_is_left_in_time() {
    let limits = Limits {
        reading: FLOODED,
        ..limits(1, usize::MAX)
    };
    let found = scan(&targets(1), &Flooding, limits);
    assert!(
        matches!(
            &found[..],
            [Verdict::Open { banner }] if !banner.is_empty() && banner.iter().all(|byte| *byte == b'.')
        ),
        "what came until then counts: {found:?}"
    );
}
