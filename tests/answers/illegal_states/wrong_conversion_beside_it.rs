// A conversion is convenient.

/// Who is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callee(String);

impl Callee {
    pub fn new(name: &str) -> Self {
        Self(name.to_owned())
    }

    pub fn name(&self) -> &str {
        &self.0
    }
}

/// A number from 1 to 40.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel(u8);

impl Channel {
    pub fn new(number: u8) -> Option<Self> {
        (1..=40).contains(&number).then_some(Self(number))
    }

    pub fn number(&self) -> u8 {
        self.0
    }
}

impl From<u8> for Channel {
    fn from(number: u8) -> Self {
        Self(number)
    }
}

/// Why a call has ended.
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

impl Call {
    /// Rings for the first time; a call that is ringing or talking goes on as it was.
    pub fn dial(self, callee: Callee) -> Self {
        match self {
            Self::Idle | Self::Ended { .. } => Self::Ringing { callee, rings: 1 },
            Self::Ringing { .. } | Self::Talking { .. } => self,
        }
    }

    /// Rings once more; a call that has rung six times ends unanswered instead.
    pub fn ring_again(self) -> Self {
        match self {
            Self::Ringing { callee, rings } if rings < 6 => Self::Ringing {
                callee,
                rings: rings + 1,
            },
            Self::Ringing { .. } => Self::Ended {
                cause: Cause::Unanswered,
            },
            Self::Idle | Self::Talking { .. } | Self::Ended { .. } => self,
        }
    }

    /// A ringing call turns into a talk on this channel.
    pub fn answer(self, channel: Channel) -> Self {
        match self {
            Self::Ringing { callee, .. } => Self::Talking { callee, channel },
            Self::Idle | Self::Talking { .. } | Self::Ended { .. } => self,
        }
    }

    /// A talk ends after so many seconds. A ringing call was none, and leaves the phone idle.
    pub fn hang_up(self, seconds: u32) -> Self {
        match self {
            Self::Ringing { .. } => Self::Idle,
            Self::Talking { .. } => Self::Ended {
                cause: Cause::HungUp { seconds },
            },
            Self::Idle | Self::Ended { .. } => self,
        }
    }
}
