// States that cannot be written
//
// A door phone remembers its call in three bools and four options, and most of their combinations are
// nonsense: talking to nobody, ended and still ringing. Redesign it: `Call` becomes an enum with the
// variants `Idle`, `Ringing { callee, rings }`, `Talking { callee, channel }` and `Ended { cause }`;
// `Cause` is `Unanswered` or `HungUp { seconds }`; a `Channel` is there only if its number is allowed.
//
// The programs in `illegal_states/accept/` show the use. Those in `illegal_states/reject/` write down
// nonsense and must be refused. What each method does stays as it is.
//
// Read: The Rust Programming Language, Defining an Enum
// https://doc.rust-lang.org/book/ch06-01-defining-an-enum.html

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

// TODO: Make `Channel` a struct with the derives of `Callee`. `Channel::new(7)` answers with an `Option<Channel>` and
// is the only way to get one; `number(&self)` gives the number back.
pub type Channel = u8;

/// A number from 1 to 40.
pub fn is_channel(number: u8) -> bool {
    (1..=40).contains(&number)
}

// TODO: Make an enum of this, and one of why a call has ended, with the derives of `Callee`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Call {
    pub ringing: bool,
    pub talking: bool,
    pub ended: bool,
    /// While ringing or talking.
    pub callee: Option<Callee>,
    /// While ringing: how often it has rung, at least once.
    pub rings: Option<u32>,
    /// While talking.
    pub channel: Option<Channel>,
    /// After a talk: how long it was. A call that nobody answered has none.
    pub seconds: Option<u32>,
}

// TODO: Rewrite the methods. What an event does not concern stays as it was. That it rings one to six times is
// left to them; the type need not know.
impl Call {
    /// Rings for the first time; a call that is ringing or talking goes on as it was.
    pub fn dial(self, callee: Callee) -> Self {
        if self.ringing || self.talking {
            return self;
        }
        Self {
            ringing: true,
            callee: Some(callee),
            rings: Some(1),
            ..Self::default()
        }
    }

    /// Rings once more; a call that has rung six times ends unanswered instead.
    pub fn ring_again(mut self) -> Self {
        if !self.ringing {
            return self;
        }
        let rings = self.rings.unwrap_or(0);
        if rings >= 6 {
            return Self {
                ended: true,
                ..Self::default()
            };
        }
        self.rings = Some(rings + 1);
        self
    }

    /// A ringing call turns into a talk on this channel.
    pub fn answer(mut self, channel: Channel) -> Self {
        if !self.ringing {
            return self;
        }
        self.ringing = false;
        self.talking = true;
        self.rings = None;
        self.channel = Some(channel);
        self
    }

    /// A talk ends after so many seconds. A ringing call was none, and leaves the phone idle.
    pub fn hang_up(self, seconds: u32) -> Self {
        if self.ringing {
            return Self::default();
        }
        if !self.talking {
            return self;
        }
        Self {
            ended: true,
            seconds: Some(seconds),
            ..Self::default()
        }
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    fn ada() -> Callee {
        Callee::new("Ada")
    }

    fn channel(number: u8) -> Channel {
        Channel::new(number).expect("a number from 1 to 40 is a channel")
    }

    fn ringing(rings: u32) -> Call {
        Call::Ringing {
            callee: ada(),
            rings,
        }
    }

    fn talking(number: u8) -> Call {
        Call::Talking {
            callee: ada(),
            channel: channel(number),
        }
    }

    fn ended(cause: Cause) -> Call {
        Call::Ended { cause }
    }

    #[test]
    fn channels_are_the_numbers_from_1_to_40() {
        for number in 0..=u8::MAX {
            let made = Channel::new(number).map(|channel| channel.number());
            let expected = (1..=40).contains(&number).then_some(number);
            assert_eq!(
                made, expected,
                "Channel::new({number}), asked for its number"
            );
        }
    }

    #[test]
    fn dialling_rings_once_where_no_call_is_going_on() {
        let before = [
            Call::Idle,
            ended(Cause::Unanswered),
            ended(Cause::HungUp { seconds: 9 }),
        ];
        for call in before {
            let words = format!("{call:?}");
            assert_eq!(call.dial(ada()), ringing(1), "dial, from {words}");
        }
    }

    #[test]
    fn dialling_disturbs_no_call() {
        let ben = Callee::new("Ben");
        assert_eq!(
            ringing(2).dial(ben.clone()),
            ringing(2),
            "it is ringing at Ada's"
        );
        assert_eq!(
            talking(3).dial(ben),
            talking(3),
            "somebody is talking to Ada"
        );
    }

    #[test]
    fn it_rings_six_times_and_no_more() {
        for rings in 1..6 {
            assert_eq!(ringing(rings).ring_again(), ringing(rings + 1));
        }
        assert_eq!(ringing(6).ring_again(), ended(Cause::Unanswered));
    }

    #[test]
    fn a_ringing_call_is_answered_on_the_channel() {
        let mut rng = ::kit::Rng::salted("illegal_states: answered");
        for _ in 0..20 {
            let (rings, number) = (rng.within(1..7_u32), rng.within(1..41_u8));
            assert_eq!(ringing(rings).answer(channel(number)), talking(number));
        }
    }

    #[test]
    fn a_talk_ends_with_its_seconds_and_ringing_ends_without_a_trace() {
        let mut rng = ::kit::Rng::salted("illegal_states: hung up");
        for _ in 0..20 {
            let seconds = rng.within(0..9000_u32);
            let after = talking(rng.within(1..41_u8)).hang_up(seconds);
            assert_eq!(after, ended(Cause::HungUp { seconds }));
            assert_eq!(ringing(rng.within(1..7_u32)).hang_up(seconds), Call::Idle);
        }
    }

    #[test]
    fn what_an_event_does_not_concern_stays_as_it_was() {
        let hung_up = || ended(Cause::HungUp { seconds: 9 });
        for call in [Call::Idle, ended(Cause::Unanswered), hung_up(), talking(7)] {
            assert_eq!(call.clone().ring_again(), call, "nothing rings");
            assert_eq!(call.clone().answer(channel(8)), call, "nothing rings");
        }
        for call in [Call::Idle, ended(Cause::Unanswered), hung_up()] {
            assert_eq!(call.clone().hang_up(5), call, "there is nothing to hang up");
        }
    }
}
