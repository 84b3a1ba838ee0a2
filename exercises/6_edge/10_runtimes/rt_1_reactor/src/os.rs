//! A small operating system with sockets, as a reactor sees one: calls that would wait say so, and `wait` tells which
//! sockets that somebody watches have become ready. Nothing here takes time, so every run is the same.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::io::{Error, ErrorKind, Result};
use std::rc::Rc;

/// The number of an open socket. A number that was closed is given out again, the lowest first.
pub type Fd = usize;

/// How many bytes wait at most between the two ends.
pub const ROOM: usize = 8;

/// What somebody waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interest {
    pub read: bool,
    pub write: bool,
}

/// What `wait` reports of a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub fd: Fd,
    pub read: bool,
    pub write: bool,
}

#[derive(Default)]
struct Socket {
    incoming: VecDeque<u8>,
    outgoing: VecDeque<u8>,
    ended: bool,
    interest: Option<Interest>,
    pretends: bool,
}

#[derive(Default)]
struct State {
    sockets: BTreeMap<Fd, Socket>,
    calls: usize,
}

/// The system; clones are the same one.
#[derive(Clone, Default)]
pub struct Os(Rc<RefCell<State>>);

impl Os {
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a socket. What the other end does is up to `send`, `take` and `end`.
    pub fn open(&self) -> Fd {
        let mut state = self.0.borrow_mut();
        let fd = (0..)
            .find(|fd| !state.sockets.contains_key(fd))
            .unwrap_or(0);
        state.sockets.insert(fd, Socket::default());
        fd
    }

    /// Takes what has come, at most as much as fits into `buffer`. 0 is the end.
    ///
    /// # Errors
    ///
    /// `WouldBlock` where nothing has come yet, `NotFound` where the socket is not open.
    pub fn read(&self, fd: Fd, buffer: &mut [u8]) -> Result<usize> {
        let mut state = self.0.borrow_mut();
        let socket = state.call(fd)?;
        if socket.incoming.is_empty() && !socket.ended {
            return Err(ErrorKind::WouldBlock.into());
        }
        let count = buffer.len().min(socket.incoming.len());
        for (to, from) in buffer.iter_mut().zip(socket.incoming.drain(..count)) {
            *to = from;
        }
        Ok(count)
    }

    /// Hands over as many bytes as there is room for, and says how many that were.
    ///
    /// # Errors
    ///
    /// `WouldBlock` where there is no room, `NotFound` where the socket is not open.
    pub fn write(&self, fd: Fd, bytes: &[u8]) -> Result<usize> {
        let mut state = self.0.borrow_mut();
        let socket = state.call(fd)?;
        let count = bytes.len().min(ROOM - socket.outgoing.len());
        if count == 0 && !bytes.is_empty() {
            return Err(ErrorKind::WouldBlock.into());
        }
        socket.outgoing.extend(&bytes[..count]);
        Ok(count)
    }

    /// Says what to report of this socket, in place of what was said before. It is reported once: after an event the
    /// socket is not watched any more, until this is called again.
    ///
    /// # Errors
    ///
    /// `NotFound` where the socket is not open.
    pub fn watch(&self, fd: Fd, interest: Interest) -> Result<()> {
        let mut state = self.0.borrow_mut();
        let socket = state.call(fd)?;
        socket.interest = (interest != Interest::default()).then_some(interest);
        Ok(())
    }

    /// Closes the socket; nobody watches it any more.
    pub fn close(&self, fd: Fd) {
        self.0.borrow_mut().sockets.remove(&fd);
    }

    /// Which watched sockets are ready now, for something that they are watched for.
    pub fn wait(&self) -> Vec<Event> {
        let mut state = self.0.borrow_mut();
        state.calls += 1;
        let mut events = Vec::new();
        for (&fd, socket) in &mut state.sockets {
            let Some(interest) = socket.interest else {
                continue;
            };
            let readable = socket.pretends || socket.ended || !socket.incoming.is_empty();
            let read = interest.read && readable;
            let write = interest.write && socket.outgoing.len() < ROOM;
            if read || write {
                socket.interest = None;
                socket.pretends = false;
                events.push(Event { fd, read, write });
            }
        }
        events
    }

    /// The other end sends these bytes.
    pub fn send(&self, fd: Fd, bytes: &[u8]) {
        self.with(fd, |socket| socket.incoming.extend(bytes));
    }

    /// The other end takes all that was written.
    pub fn take(&self, fd: Fd) -> Vec<u8> {
        self.with(fd, |socket| socket.outgoing.drain(..).collect())
    }

    /// The other end sends no more.
    pub fn end(&self, fd: Fd) {
        self.with(fd, |socket| socket.ended = true);
    }

    /// The next report says that there is something to read, and there is not. Real systems do that.
    pub fn pretend(&self, fd: Fd) {
        self.with(fd, |socket| socket.pretends = true);
    }

    /// What is watched, by socket.
    pub fn watched(&self) -> Vec<(Fd, Interest)> {
        let state = self.0.borrow();
        let watched = state
            .sockets
            .iter()
            .filter_map(|(&fd, socket)| Some((fd, socket.interest?)));
        watched.collect()
    }

    /// Which sockets are open.
    pub fn opened(&self) -> Vec<Fd> {
        self.0.borrow().sockets.keys().copied().collect()
    }

    /// How often the system was asked for something: reads, writes, watches and waits.
    pub fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    fn with<T>(&self, fd: Fd, act: impl FnOnce(&mut Socket) -> T) -> T {
        let mut state = self.0.borrow_mut();
        let socket = state.sockets.get_mut(&fd);
        act(socket.unwrap_or_else(|| panic!("the socket {fd} is not open")))
    }
}

impl State {
    fn call(&mut self, fd: Fd) -> Result<&mut Socket> {
        self.calls += 1;
        self.sockets
            .get_mut(&fd)
            .ok_or_else(|| Error::from(ErrorKind::NotFound))
    }
}
