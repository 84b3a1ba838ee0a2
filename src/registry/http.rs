//! As much of HTTP/1.1 as cargo speaks to a registry: one request for each connection, with limits on everything that
//! comes from outside. It must not know what a request means.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::shelf::Shelf;

/// Longer heads and bodies than cargo sends for anything that fits an exercise.
const MOST_HEAD: u64 = 64 << 10;
const MOST_BODY: u64 = 16 << 20;

/// The longest that a client may keep silent.
const SILENCE: Duration = Duration::from_secs(10);

/// How many connections are served at once.
const MOST_CONNECTIONS: usize = 64;

/// What somebody asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    /// The header `Authorization`; empty where there is none.
    pub(super) token: String,
    pub(super) body: Vec<u8>,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

/// Answers until the process ends.
pub(super) fn serve(listener: &TcpListener, shelf: &Arc<Mutex<Shelf>>) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming().flatten() {
        if open.load(Ordering::Relaxed) >= MOST_CONNECTIONS {
            continue; // closed unanswered: cargo tries again
        }
        open.fetch_add(1, Ordering::Relaxed);
        let (shelf, theirs) = (Arc::clone(shelf), Arc::clone(&open));
        let answer = move || {
            // A client that goes away in the middle is nobody's loss.
            let _ = converse(&stream, &shelf);
            theirs.fetch_sub(1, Ordering::Relaxed);
        };
        if std::thread::Builder::new().name("request".to_owned()).spawn(answer).is_err() {
            open.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

fn converse(stream: &TcpStream, shelf: &Mutex<Shelf>) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    let response = match read(&mut BufReader::new(stream), stream)? {
        Some(request) => shelf.lock().unwrap_or_else(PoisonError::into_inner).answer(&request),
        None => Response { status: 400, body: b"not a request that a registry knows".to_vec() },
    };
    let (status, length) = (response.status, response.body.len());
    let head = format!("HTTP/1.1 {status} -\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(&response.body)
}

/// One request; none where it is not one, or too large. Who waits for a word before sending a body gets it on `back`.
fn read(from: &mut impl io::BufRead, mut back: impl io::Write) -> io::Result<Option<Request>> {
    let mut head = from.by_ref().take(MOST_HEAD);
    let mut request = Request::default();
    let (mut length, mut waits) = (0, false);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_ascii_whitespace();
    let (Some(method), Some(path), Some(_)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    (request.method, request.path) = (method.to_owned(), path.to_owned());
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Ok(None); // cut off, or longer than any head
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        match (name.to_ascii_lowercase().as_str(), value.trim()) {
            ("content-length", value) => match value.parse() {
                Ok(bytes) if bytes <= MOST_BODY => length = bytes,
                _ => return Ok(None),
            },
            ("authorization", value) => value.clone_into(&mut request.token),
            ("expect", _) => waits = true,
            _ => {}
        }
    }
    if waits {
        back.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    from.take(length).read_to_end(&mut request.body)?;
    Ok((u64::try_from(request.body.len()) == Ok(length)).then_some(request))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Option<Request>, Vec<u8>) {
        let mut back = Vec::new();
        let request = read(&mut BufReader::new(text.as_bytes()), &mut back).unwrap();
        (request, back)
    }

    #[test]
    fn a_request_is_read_with_its_body() {
        let text = "PUT /api/v1/crates/new HTTP/1.1\r\nHost: x\r\nauthorization: secret\r\n\
                    Content-Length: 3\r\nExpect: 100-continue\r\n\r\nabcdef";
        let (request, back) = told(text);
        let request = request.unwrap();
        assert_eq!((request.method.as_str(), request.path.as_str()), ("PUT", "/api/v1/crates/new"));
        assert_eq!((request.token.as_str(), request.body.as_slice()), ("secret", &b"abc"[..]));
        assert!(back.starts_with(b"HTTP/1.1 100 "), "who waits for a word gets it");
    }

    #[test]
    fn what_is_none_is_no_request() {
        let long = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(70 << 10));
        for text in [
            "",
            "GET /\r\n\r\n",
            "GET / HTTP/1.1\r\n",
            "PUT / HTTP/1.1\r\nContent-Length: 9\r\n\r\nshort",
            "PUT / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
            "PUT / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            long.as_str(),
        ] {
            assert_eq!(told(text).0, None, "{text:.40}");
        }
    }
}
