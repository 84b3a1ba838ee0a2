//! How a scan reaches its targets. Tests bring a dialler of their own.

use std::io::{self, ErrorKind, Read};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An open connection to a target.
pub trait Line: Read + Send {
    /// From now on a read that waits this long ends with an error. No time at all is an error.
    fn patience(&mut self, within: Duration) -> io::Result<()>;
}

/// Opens connections.
pub trait Dial: Sync {
    /// Refused at once: `ConnectionRefused`. No answer in this time: `TimedOut`.
    fn dial(&self, target: SocketAddr, within: Duration) -> io::Result<Box<dyn Line>>;
}

/// TCP, on this machine only.
#[derive(Clone, Copy, Debug)]
pub struct Tcp;

impl Line for TcpStream {
    fn patience(&mut self, within: Duration) -> io::Result<()> {
        self.set_read_timeout(Some(within))
    }
}

impl Dial for Tcp {
    fn dial(&self, target: SocketAddr, within: Duration) -> io::Result<Box<dyn Line>> {
        if !target.ip().is_loopback() {
            let says = format!(
                "{target} is not on this machine, and scanning others is not for this tool"
            );
            return Err(io::Error::new(ErrorKind::PermissionDenied, says));
        }
        Ok(Box::new(TcpStream::connect_timeout(&target, within)?))
    }
}
