// A list of readers and a list of writers.

pub mod os;

use std::cell::RefCell;
use std::collections::HashMap;
use std::future::poll_fn;
use std::io::{ErrorKind, Result};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use os::{Fd, Interest, Os};

type Wakers = RefCell<HashMap<Fd, Waker>>;

/// Knows who waits for which socket.
///
/// A task that waits is woken by the `turn` that learns of it: the waker of its last poll, once. One task may wait
/// to read from a socket while another one waits to write to it; neither wakes the other, and neither makes the
/// system forget the other. A report can be wrong: whoever is woken then reads nothing, and waits on. The system is
/// asked only for what is needed; the last test counts.
pub struct Reactor {
    os: Os,
    readers: Wakers,
    writers: Wakers,
}

impl Reactor {
    pub fn new(os: Os) -> Rc<Self> {
        let (readers, writers) = (Wakers::default(), Wakers::default());
        Rc::new(Self {
            os,
            readers,
            writers,
        })
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
            let reader = event
                .read
                .then(|| self.readers.borrow_mut().remove(&event.fd))
                .flatten();
            let writer = event
                .write
                .then(|| self.writers.borrow_mut().remove(&event.fd))
                .flatten();
            if self.readers.borrow().contains_key(&event.fd)
                || self.writers.borrow().contains_key(&event.fd)
            {
                self.watch(event.fd).expect("who waits has an open socket");
            }
            reader.into_iter().chain(writer).for_each(Waker::wake);
        }
    }

    fn watch(&self, fd: Fd) -> Result<()> {
        let read = self.readers.borrow().contains_key(&fd);
        let write = self.writers.borrow().contains_key(&fd);
        self.os.watch(fd, Interest { read, write })
    }

    /// Keeps the waker in its list if the call would block.
    fn or_wait(
        &self,
        done: Result<usize>,
        (fd, list): (Fd, &Wakers),
        cx: &Context<'_>,
    ) -> Poll<Result<usize>> {
        if !done
            .as_ref()
            .is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
        {
            return Poll::Ready(done);
        }
        list.borrow_mut().insert(fd, cx.waker().clone());
        match self.watch(fd) {
            Ok(()) => Poll::Pending,
            Err(error) => Poll::Ready(Err(error)),
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
        let reactor = &self.reactor;
        reactor.or_wait(
            reactor.os.read(self.fd, buffer),
            (self.fd, &reactor.readers),
            cx,
        )
    }

    fn poll_write(&self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let reactor = &self.reactor;
        reactor.or_wait(
            reactor.os.write(self.fd, bytes),
            (self.fd, &reactor.writers),
            cx,
        )
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.reactor.readers.borrow_mut().remove(&self.fd);
        self.reactor.writers.borrow_mut().remove(&self.fd);
        self.reactor.os.close(self.fd);
    }
}
