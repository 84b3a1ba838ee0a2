//! The serial line against a port that counts, here where you work.

use std::fmt::Write as _;

use os::line::{Port, SerialLine};

/// A port that is busy for a while after each byte, and keeps what came in time.
#[derive(Default)]
struct Slow {
    busy: u32,
    pause: u32,
    sent: Vec<u8>,
    lost: u32,
}

impl Port for Slow {
    fn can_send(&mut self) -> bool {
        self.busy = self.busy.saturating_sub(1);
        self.busy == 0
    }

    fn send(&mut self, byte: u8) {
        if self.busy > 0 {
            self.lost += 1;
            return;
        }
        self.busy = self.pause;
        self.sent.push(byte);
    }
}

fn sent(port: Slow, text: &str) -> (Vec<u8>, u32) {
    let mut line = SerialLine(port);
    line.write_str(text)
        .expect("a serial line takes every text");
    (line.0.sent, line.0.lost)
}

#[test]
fn a_line_feed_brings_its_carriage_return() {
    let (bytes, _) = sent(Slow::default(), "one\ntwo\n\n");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert_eq!(
        text, "one\r\ntwo\r\n\r\n",
        "each \\n is sent as \\r\\n, and nothing else changes"
    );
}

#[test]
fn no_byte_is_sent_before_the_port_can_take_it() {
    let mut rng = ::kit::Rng::salted("os_1_freestanding: a slow port");
    for _ in 0..50 {
        let text: String = (0..rng.within(1..40_usize))
            .map(|_| *rng.pick(&['a', 'é', '\n', '~']))
            .collect();
        let port = Slow {
            busy: rng.within(0..5),
            pause: rng.within(1..9),
            ..Slow::default()
        };
        let (bytes, lost) = sent(port, &text);
        assert_eq!(
            lost, 0,
            "{text:?}: a byte that comes while the port is busy is lost; ask `can_send` until it can"
        );
        let wanted = text.replace('\n', "\r\n");
        assert_eq!(
            String::from_utf8_lossy(&bytes),
            wanted,
            "the bytes of {text:?}, in order"
        );
    }
}
