// A reactor
//
// An executor polls a task when somebody wakes it. For bytes that come over a network this somebody
// is a reactor: it asks the operating system which sockets are ready, and wakes who waits for them.
// `src/os.rs` is a small operating system to try it on: sockets that never wait, and `wait`, which
// reports each watched socket once and then has to be told again to watch it.
//
// Write the reactor and its socket; what they promise stands above them. `tests/reactor.rs` runs
// them on an executor that polls only after a wake of the last poll's waker.
//
// Read: Asynchronous Programming in Rust, Executors and System IO
// https://rust-lang.github.io/async-book/02_execution/05_io.html

pub mod os;

use std::cell::RefCell;
use std::collections::HashMap;
use std::future::poll_fn;
use std::io::{ErrorKind, Result};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use os::{Fd, Interest, Os};

/// Knows who waits for which socket.
///
/// A task that waits is woken by the `turn` that learns of it: the waker of its last poll, once. One task may wait
/// to read from a socket while another one waits to write to it; neither wakes the other, and neither makes the
/// system forget the other. A report can be wrong: whoever is woken then reads nothing, and waits on. The system is
/// asked only for what is needed; the last test counts.
pub struct Reactor {
    os: Os,
    // TODO: Remember the wakers, so that a reader and a writer of one socket have room.
    waiting: RefCell<HashMap<Fd, Waker>>,
}

impl Reactor {
    pub fn new(os: Os) -> Rc<Self> {
        let waiting = RefCell::default();
        Rc::new(Self { os, waiting })
    }

    /// Takes charge of an open socket.
    pub fn socket(self: &Rc<Self>, fd: Fd) -> Socket {
        Socket {
            reactor: Rc::clone(self),
            fd,
        }
    }

    /// Asks the system once, and wakes who can go on.
    pub fn turn(&self) {
        // TODO: Wake those whose sockets are ready, and watch on for those who still wait.
        let ready = self.os.wait();
        todo!("{ready:?} for {} who wait", self.waiting.borrow().len())
    }
}

/// A socket whose calls wait.
///
/// A call that would block is `Pending`, and what it waits for is watched. Every other result, an error as well, is
/// handed on as it is. A socket that is dropped is closed and leaves nothing behind in the reactor: its number will be
/// given to a new socket, which must not be taken for it.
pub struct Socket {
    reactor: Rc<Reactor>,
    fd: Fd,
}

impl Socket {
    /// Reads at least one byte; 0 is the end.
    pub async fn read(&self, buffer: &mut [u8]) -> Result<usize> {
        poll_fn(|cx| self.poll_read(cx, buffer)).await
    }

    /// Writes at least one byte, and says how many.
    pub async fn write(&self, bytes: &[u8]) -> Result<usize> {
        poll_fn(|cx| self.poll_write(cx, bytes)).await
    }

    fn poll_read(&self, cx: &mut Context<'_>, buffer: &mut [u8]) -> Poll<Result<usize>> {
        // TODO: Where it would block, see to it that the task is woken when there is something to read.
        match self.reactor.os.read(self.fd, buffer) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                let interest = Interest {
                    read: true,
                    write: false,
                };
                todo!("{interest:?} {:?}", cx.waker())
            }
            done => Poll::Ready(done),
        }
    }

    fn poll_write(&self, _cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        // TODO: The same for writing.
        Poll::Ready(self.reactor.os.write(self.fd, bytes))
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        // TODO: Leave nothing of it behind.
    }
}
