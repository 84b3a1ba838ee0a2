// A non-zero number within, and one match over state and event together.

use std::num::NonZeroU8;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callee {
    name: String,
}

impl Callee {
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channel {
    number: NonZeroU8,
}

impl Channel {
    pub fn new(number: u8) -> Option<Self> {
        let number = NonZeroU8::new(number)?;
        (number.get() <= 40).then_some(Self { number })
    }

    pub fn number(self) -> u8 {
        self.number.get()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    Unanswered,
    HungUp { seconds: u32 },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    Idle,
    Ringing { callee: Callee, rings: u32 },
    Talking { callee: Callee, channel: Channel },
    Ended { cause: Cause },
}

enum Event {
    Dial(Callee),
    Ring,
    Answer(Channel),
    HangUp(u32),
}

impl Call {
    fn after(self, event: Event) -> Self {
        match (self, event) {
            (Self::Idle | Self::Ended { .. }, Event::Dial(callee)) => {
                Self::Ringing { callee, rings: 1 }
            }
            (Self::Ringing { rings: 6.., .. }, Event::Ring) => Self::Ended {
                cause: Cause::Unanswered,
            },
            (Self::Ringing { callee, rings }, Event::Ring) => Self::Ringing {
                callee,
                rings: rings + 1,
            },
            (Self::Ringing { callee, .. }, Event::Answer(channel)) => {
                Self::Talking { callee, channel }
            }
            (Self::Ringing { .. }, Event::HangUp(_)) => Self::Idle,
            (Self::Talking { .. }, Event::HangUp(seconds)) => Self::Ended {
                cause: Cause::HungUp { seconds },
            },
            (unmoved, _) => unmoved,
        }
    }

    pub fn dial(self, callee: Callee) -> Self {
        self.after(Event::Dial(callee))
    }

    pub fn ring_again(self) -> Self {
        self.after(Event::Ring)
    }

    pub fn answer(self, channel: Channel) -> Self {
        self.after(Event::Answer(channel))
    }

    pub fn hang_up(self, seconds: u32) -> Self {
        self.after(Event::HangUp(seconds))
    }
}
