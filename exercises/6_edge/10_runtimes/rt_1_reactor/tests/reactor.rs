use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Wake};

use kit::{Strict, Task};
use rt_1_reactor::os::{Fd, Interest, Os, ROOM};
use rt_1_reactor::{Reactor, Socket};

const READ: Interest = Interest {
    read: true,
    write: false,
};
const WRITE: Interest = Interest {
    read: false,
    write: true,
};
const BOTH: Interest = Interest {
    read: true,
    write: true,
};

struct Desk {
    os: Os,
    reactor: Rc<Reactor>,
    strict: Strict<'static>,
}

impl Desk {
    fn new() -> Self {
        let os = Os::new();
        let reactor = Reactor::new(os.clone());
        Self {
            os,
            reactor,
            strict: Strict::new(),
        }
    }

    fn socket(&self) -> (Fd, Rc<Socket>) {
        let fd = self.os.open();
        (fd, Rc::new(self.reactor.socket(fd)))
    }

    /// Reads once, and gives what came.
    fn reading(&self, socket: &Rc<Socket>) -> Task<Vec<u8>> {
        let socket = Rc::clone(socket);
        self.strict.spawn(async move {
            let mut buffer = [0; 16];
            let count = socket.read(&mut buffer).await.expect("the socket is open");
            buffer[..count].to_vec()
        })
    }

    /// Writes all of it, and gives how many calls that took.
    fn writing(&self, socket: &Rc<Socket>, bytes: &'static [u8]) -> Task<usize> {
        let socket = Rc::clone(socket);
        self.strict.spawn(async move {
            let (mut done, mut calls) = (0, 0);
            while done < bytes.len() {
                done += socket
                    .write(&bytes[done..])
                    .await
                    .expect("the socket is open");
                calls += 1;
            }
            calls
        })
    }

    /// Everything that can be done now is done, then the system is asked once, and again everything.
    fn turn(&self) {
        self.strict.run_until_stalled();
        self.reactor.turn();
        self.strict.run_until_stalled();
    }
}

/// Some bytes, fewer than there is room for.
fn drawn(what: &str) -> Vec<u8> {
    let mut rng = kit::Rng::salted(&format!("rt_1_reactor: {what}"));
    let count = rng.within(1..ROOM);
    rng.bytes(count)
}

#[test]
fn what_is_there_is_read_without_waiting() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    let early = drawn("early");
    desk.os.send(fd, &early);
    let task = desk.reading(&socket);
    desk.strict.run_until_stalled();
    assert_eq!(task.take(), Some(early), "what had come");
    assert_eq!(desk.os.watched(), [], "nobody waits, so nothing is watched");
}

#[test]
fn a_read_waits_until_bytes_come() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    let task = desk.reading(&socket);
    desk.turn();
    assert_eq!(
        desk.os.watched(),
        [(fd, READ)],
        "the task waits, so the socket is watched"
    );
    assert_eq!(task.polls(), 1, "nothing has come, so nobody is woken");
    let late = drawn("late");
    desk.os.send(fd, &late);
    desk.turn();
    assert_eq!(task.take(), Some(late), "what came later");
    assert_eq!(task.polls(), 2, "one poll to find out, one to read");
    assert_eq!(desk.os.watched(), [], "nobody waits any more");
}

#[test]
fn a_socket_is_watched_again_for_each_wait() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    for words in ["one", "two", "three"].map(drawn) {
        let task = desk.reading(&socket);
        desk.turn();
        desk.os.send(fd, &words);
        desk.turn();
        assert_eq!(
            task.take(),
            Some(words),
            "an event is reported once for each watch"
        );
    }
}

#[test]
fn a_write_waits_until_there_is_room() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    let task = desk.writing(&socket, b"0123456789abcdefghij");
    desk.turn();
    assert_eq!(
        desk.os.watched(),
        [(fd, WRITE)],
        "there is room for {ROOM} bytes"
    );
    let mut taken = desk.os.take(fd);
    for _ in 0..2 {
        desk.turn();
        taken.extend(desk.os.take(fd));
    }
    assert_eq!(taken, b"0123456789abcdefghij");
    assert_eq!(
        (task.take(), task.polls()),
        (Some(3), 3),
        "eight bytes for each poll"
    );
}

#[test]
fn a_reader_and_a_writer_are_woken_by_one_turn() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    let full = desk.writing(&socket, &[0; ROOM]);
    desk.strict.run_until_stalled();
    assert!(full.is_done());
    let (reader, writer) = (desk.reading(&socket), desk.writing(&socket, b"w"));
    desk.turn();
    assert_eq!(
        desk.os.watched(),
        [(fd, BOTH)],
        "two tasks wait for one socket"
    );
    desk.os.take(fd);
    desk.os.send(fd, b"r");
    desk.turn();
    assert_eq!(
        (reader.take().as_deref(), writer.take()),
        (Some(&b"r"[..]), Some(1)),
        "both can go on, and each has a waker of its own"
    );
}

#[test]
fn an_event_for_one_leaves_the_other_waiting() {
    for reader_first in [true, false] {
        let desk = Desk::new();
        let (fd, socket) = desk.socket();
        desk.os.send(fd, b"x");
        Strict::new().finish(async {
            socket.write(&[0; ROOM]).await.expect("there is room");
            socket.read(&mut [0; 4]).await.expect("a byte is there");
        });
        let early = reader_first.then(|| desk.reading(&socket));
        desk.strict.run_until_stalled();
        let writer = desk.writing(&socket, b"w");
        desk.strict.run_until_stalled();
        let reader = early.unwrap_or_else(|| desk.reading(&socket));
        desk.turn();
        assert_eq!(
            desk.os.watched(),
            [(fd, BOTH)],
            "two tasks wait for one socket"
        );
        desk.os.take(fd);
        desk.turn();
        assert!(writer.is_done(), "there is room, so the writer goes on");
        assert_eq!(
            reader.polls(),
            1,
            "nothing has come, so the reader is not woken"
        );
        assert_eq!(
            desk.os.watched(),
            [(fd, READ)],
            "the reader still waits after the event"
        );
        desk.os.send(fd, b"r");
        desk.turn();
        assert_eq!(
            reader.take().as_deref(),
            Some(&b"r"[..]),
            "the reader was not forgotten"
        );
    }
}

#[test]
fn a_wrong_report_costs_a_poll_and_nothing_else() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    let task = desk.reading(&socket);
    desk.strict.run_until_stalled();
    desk.os.pretend(fd);
    desk.turn();
    assert!(!task.is_done(), "nothing has come");
    assert_eq!(desk.os.watched(), [(fd, READ)], "the task waits on");
    let now = drawn("now");
    desk.os.send(fd, &now);
    desk.turn();
    assert_eq!((task.take(), task.polls()), (Some(now), 3));
}

#[test]
fn the_waker_of_the_last_poll_counts() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    // The first task asks once, gives up, and hands the waiting over to another one.
    let first = Rc::clone(&socket);
    let task = desk.strict.spawn(async move {
        let mut buffer = [0; 4];
        let mut read = Box::pin(first.read(&mut buffer));
        std::future::poll_fn(|cx| {
            let done = read.as_mut().poll(cx);
            assert!(done.is_pending(), "nothing has come yet");
            std::task::Poll::Ready(())
        })
        .await;
    });
    desk.strict.run_until_stalled();
    assert!(task.is_done());
    let second = desk.reading(&socket);
    desk.turn();
    desk.os.send(fd, b"ok");
    desk.turn();
    assert_eq!(
        second.take().as_deref(),
        Some(&b"ok"[..]),
        "the second task asked last"
    );
    // The same for writing, where nothing is left of the room.
    let full = desk.writing(&socket, &[0; ROOM]);
    desk.strict.run_until_stalled();
    assert!(full.is_done());
    {
        let mut write = Box::pin(socket.write(b"first"));
        let mut nobody = Context::from_waker(std::task::Waker::noop());
        assert!(
            write.as_mut().poll(&mut nobody).is_pending(),
            "there is no room"
        );
    }
    let second = desk.writing(&socket, b"w");
    desk.turn();
    desk.os.take(fd);
    desk.turn();
    assert!(second.is_done(), "the second task asked last, to write");
}

thread_local! {
    /// What the waker below drops.
    static LAST: RefCell<Option<Rc<Socket>>> = const { RefCell::new(None) };
}

struct DropsIt;

impl Wake for DropsIt {
    fn wake(self: Arc<Self>) {
        drop(LAST.take());
    }
}

/// A waker may do anything: this one drops the socket at once.
#[test]
fn who_is_woken_may_drop_the_socket_at_once() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    {
        let waker = Arc::new(DropsIt).into();
        let mut buffer = [0; 4];
        let mut read = Box::pin(socket.read(&mut buffer));
        let pending = read.as_mut().poll(&mut Context::from_waker(&waker));
        assert!(pending.is_pending(), "nothing has come yet");
    }
    LAST.set(Some(socket));
    desk.os.send(fd, b"x");
    desk.reactor.turn();
    assert_eq!(
        desk.os.opened(),
        [],
        "the socket was dropped while its reader was woken"
    );
}

#[test]
fn the_end_and_errors_are_handed_on() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    let task = desk.reading(&socket);
    desk.turn();
    desk.os.end(fd);
    desk.turn();
    assert_eq!(
        task.take(),
        Some(Vec::new()),
        "the end is a read of nothing"
    );
    desk.os.close(fd);
    let kind = |error: std::io::Error| error.kind();
    let strict = Strict::new();
    let read = strict.finish(async { socket.read(&mut [0; 4]).await.map_err(kind) });
    assert_eq!(read, Err(std::io::ErrorKind::NotFound));
    let written = strict.finish(async { socket.write(b"x").await.map_err(kind) });
    assert_eq!(written, Err(std::io::ErrorKind::NotFound));
}

#[test]
fn a_dropped_socket_is_closed_and_forgotten() {
    let desk = Desk::new();
    let (fd, socket) = desk.socket();
    {
        // Somebody waits, and is gone with the socket before anything comes.
        let strict = Strict::new();
        let socket = Rc::clone(&socket);
        let task = strict.spawn(async move { socket.read(&mut [0; 4]).await.is_ok() });
        strict.run_until_stalled();
        assert_eq!(task.polls(), 1);
    }
    drop(socket);
    assert_eq!(desk.os.opened(), [], "a dropped socket is closed");
    let (again, socket) = desk.socket();
    assert_eq!(again, fd, "its number is given out again");
    let task = desk.writing(&socket, b"0123456789");
    desk.turn();
    assert_eq!(
        desk.os.watched(),
        [(again, WRITE)],
        "nobody waits to read from the new socket; whoever waited had the old one"
    );
    desk.os.take(again);
    desk.turn();
    assert!(task.is_done());
}

/// Many sockets that send back what comes, piece by piece.
#[test]
fn two_hundred_echoes_get_their_own_bytes_and_cost_few_calls() {
    let mut rng = kit::Rng::salted("rt_1_reactor: echoes");
    let desk = Desk::new();
    let mut peers = Vec::new();
    for _ in 0..200 {
        let (fd, socket) = desk.socket();
        let echo = desk.strict.spawn(async move {
            let mut buffer = [0; ROOM];
            loop {
                let count = socket.read(&mut buffer).await.expect("the socket is open");
                if count == 0 {
                    return;
                }
                let mut done = 0;
                while done < count {
                    done += socket
                        .write(&buffer[done..count])
                        .await
                        .expect("it is open");
                }
            }
        });
        peers.push((fd, echo, Vec::new(), Vec::new()));
    }
    desk.turn();
    let before = desk.os.calls();
    let mut pieces = 0;
    for _ in 0..30 {
        for (fd, _, sent, _) in &mut peers {
            if rng.flag() {
                continue;
            }
            let count = rng.within(1..=ROOM);
            let bytes = rng.bytes(count);
            desk.os.send(*fd, &bytes);
            sent.extend(bytes);
            pieces += 1;
        }
        desk.turn();
        for (fd, _, _, back) in &mut peers {
            back.extend(desk.os.take(*fd));
        }
    }
    let calls = desk.os.calls() - before;
    for (fd, _, sent, back) in &peers {
        assert_eq!(back, sent, "the socket {fd} sends back what it got");
    }
    // For each piece: a read, a write, a read that would block, and a watch.
    let budget = pieces * 4 + 30;
    assert!(
        calls <= budget * 5 / 4,
        "{pieces} pieces can be sent back with {budget} calls of the system, and it took {calls}"
    );
    for (fd, _, _, _) in &peers {
        desk.os.end(*fd);
    }
    desk.turn();
    assert!(
        peers.iter().all(|(_, echo, _, _)| echo.is_done()),
        "all have come to their end"
    );
    assert_eq!(desk.os.opened(), [], "and are closed");
}
