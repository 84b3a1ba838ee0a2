// Whoever can go on is woken at once, while the table is open.

pub mod os;

use std::cell::RefCell;
use std::collections::HashMap;
use std::future::poll_fn;
use std::io::{ErrorKind, Result};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use os::{Fd, Interest, Os};

/// Who waits for one socket.
#[derive(Default)]
struct Waiting {
    reader: Option<Waker>,
    writer: Option<Waker>,
}

impl Waiting {
    fn interest(&self) -> Interest {
        Interest {
            read: self.reader.is_some(),
            write: self.writer.is_some(),
        }
    }
}

/// Knows who waits for which socket.
///
/// A task that waits is woken by the `turn` that learns of it: the waker of its last poll, once. One task may wait
/// to read from a socket while another one waits to write to it; neither wakes the other, and neither makes the
/// system forget the other. A report can be wrong: whoever is woken then reads nothing, and waits on. The system is
/// asked only for what is needed; the last test counts.
pub struct Reactor {
    os: Os,
    waiting: RefCell<HashMap<Fd, Waiting>>,
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
        for event in self.os.wait() {
            let mut all = self.waiting.borrow_mut();
            let Some(waiting) = all.get_mut(&event.fd) else {
                continue;
            };
            let reader = waiting.reader.take_if(|_| event.read);
            let writer = waiting.writer.take_if(|_| event.write);
            let left = waiting.interest();
            if left != Interest::default() {
                // The socket is open as long as somebody waits for it.
                let _ = self.os.watch(event.fd, left);
            }
            reader.into_iter().chain(writer).for_each(Waker::wake);
        }
    }

    /// Keeps a waker, and lets the system know of it.
    fn wait_for(&self, fd: Fd, keep: impl FnOnce(&mut Waiting)) -> Result<()> {
        let mut all = self.waiting.borrow_mut();
        let waiting = all.entry(fd).or_default();
        let before = waiting.interest();
        keep(waiting);
        let after = waiting.interest();
        if after == before {
            Ok(())
        } else {
            self.os.watch(fd, after)
        }
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
        let done = self.reactor.os.read(self.fd, buffer);
        self.or_wait(done, |waiting| waiting.reader = Some(cx.waker().clone()))
    }

    fn poll_write(&self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let done = self.reactor.os.write(self.fd, bytes);
        self.or_wait(done, |waiting| waiting.writer = Some(cx.waker().clone()))
    }

    fn or_wait(&self, done: Result<usize>, keep: impl FnOnce(&mut Waiting)) -> Poll<Result<usize>> {
        match done {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                match self.reactor.wait_for(self.fd, keep) {
                    Ok(()) => Poll::Pending,
                    Err(error) => Poll::Ready(Err(error)),
                }
            }
            done => Poll::Ready(done),
        }
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.reactor.waiting.borrow_mut().remove(&self.fd);
        self.reactor.os.close(self.fd);
    }
}
