// Reentrant bus
//
// Handlers subscribe to a bus and hear the events that somebody emits. The bus works, until a
// handler uses it while it is being called: then `emit` panics. Repair it; the rules are:
//
// * One event is delivered at a time, in the order of emission, to the handlers in the order of
//   subscription. What a handler emits waits until the present event has been delivered.
// * A delivery goes to those who are subscribed when it begins; whoever subscribes during it waits
//   for the next one. Whoever is unsubscribed, even during it, is not called any more.
//
// Read: The Rust Programming Language, chapter 15.5, RefCell<T> and the Interior Mutability Pattern
// https://doc.rust-lang.org/book/ch15-05-interior-mutability.html

use std::cell::RefCell;

type Handler = dyn Fn(&Bus, &str);

/// Names one subscription.
pub type Ticket = u64;

#[derive(Default)]
pub struct Bus {
    // TODO: Add what the bus has to remember while it delivers.
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    issued: Ticket,
    handlers: Vec<(Ticket, Box<Handler>)>,
}

impl Bus {
    pub fn subscribe(&self, handler: impl Fn(&Bus, &str) + 'static) -> Ticket {
        let mut state = self.state.borrow_mut();
        state.issued += 1;
        let ticket = state.issued;
        state.handlers.push((ticket, Box::new(handler)));
        ticket
    }

    /// Ends a subscription; does nothing if it has ended already.
    pub fn unsubscribe(&self, ticket: Ticket) {
        let mut state = self.state.borrow_mut();
        let place = state
            .handlers
            .iter()
            .position(|(other, _)| *other == ticket);
        let gone = place.map(|place| state.handlers.remove(place));
        // What a handler holds may use the bus while it is dropped, so the state is let go first.
        drop(state);
        drop(gone);
    }

    pub fn emit(&self, event: &str) {
        // TODO: Borrow the state for moments only, and never while a handler runs.
        let state = self.state.borrow_mut();
        for (_, handler) in &state.handlers {
            handler(self, event);
        }
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::cell::Cell;
    use std::collections::VecDeque;
    use std::rc::Rc;

    /// What was heard, as "handler:event".
    #[derive(Clone, Default)]
    struct Log(Rc<RefCell<Vec<String>>>);

    impl Log {
        fn note(&self, who: &str, event: &str) {
            self.0.borrow_mut().push(format!("{who}:{event}"));
        }

        fn heard(&self) -> Vec<String> {
            self.0.borrow().clone()
        }

        fn count(&self) -> usize {
            self.0.borrow().len()
        }

        /// A handler that only listens.
        fn listener(&self, who: &'static str) -> impl Fn(&Bus, &str) + 'static {
            let log = self.clone();
            move |_, event| log.note(who, event)
        }
    }

    #[test]
    fn handlers_hear_in_the_order_of_subscription() {
        let (bus, log) = (Bus::default(), Log::default());
        bus.emit("early");
        let lamp = bus.subscribe(log.listener("lamp"));
        let bell = bus.subscribe(log.listener("bell"));
        assert_ne!(lamp, bell, "every subscription has a ticket of its own");
        bus.emit("open");
        bus.unsubscribe(lamp);
        bus.unsubscribe(lamp);
        bus.emit("shut");
        assert_eq!(
            log.heard(),
            ["lamp:open", "bell:open", "bell:shut"],
            "each event once to each handler"
        );
        assert_ne!(
            bus.subscribe(log.listener("lamp")),
            bell,
            "a ticket in use is not given away again"
        );

        let mut rng = ::kit::Rng::salted("handlers_hear_in_the_order_of_subscription");
        let (bus, log, event) = (Bus::default(), Log::default(), rng.text(5));
        let mut members = ["ant", "bee", "cat", "dog"];
        rng.shuffle(&mut members);
        let tickets = members.map(|who| bus.subscribe(log.listener(who)));
        let gone = rng.below(4);
        bus.unsubscribe(tickets[gone]);
        bus.emit(&event);
        let stayed = members.iter().filter(|&&who| who != members[gone]);
        let expected: Vec<_> = stayed.map(|who| format!("{who}:{event}")).collect();
        assert_eq!(
            log.heard(),
            expected,
            "{members:?} subscribed, and {} left",
            members[gone]
        );
    }

    #[test]
    fn a_newcomer_waits_for_the_next_event() {
        let (bus, log) = (Bus::default(), Log::default());
        let (writer, new) = (log.clone(), log.clone());
        bus.subscribe(move |bus, event| {
            writer.note("host", event);
            if event == "knock" {
                bus.subscribe(new.listener("guest"));
            }
        });
        bus.emit("knock");
        assert_eq!(
            log.heard(),
            ["host:knock"],
            "the guest subscribed during the knock"
        );
        bus.emit("dinner");
        assert_eq!(
            log.heard(),
            ["host:knock", "host:dinner", "guest:dinner"],
            "now there is a guest"
        );
    }

    #[test]
    fn what_a_handler_emits_waits_its_turn() {
        let (bus, log) = (Bus::default(), Log::default());
        let writer = log.clone();
        bus.subscribe(move |bus, event| {
            writer.note("oven", event);
            if event == "hot" {
                bus.emit("beep");
                bus.emit("glow");
                writer.note("oven", "door stays shut");
            }
        });
        bus.subscribe(log.listener("cook"));
        bus.emit("hot");
        let expected = [
            "oven:hot",
            "oven:door stays shut",
            "cook:hot",
            "oven:beep",
            "cook:beep",
            "oven:glow",
            "cook:glow",
        ];
        assert_eq!(
            log.heard(),
            expected,
            "the cook hears of the heat before anybody hears the beep"
        );
    }

    #[test]
    fn who_has_left_is_not_called() {
        let (bus, log) = (Bus::default(), Log::default());
        let ticket = Rc::new(Cell::new(0));
        let (writer, shared) = (log.clone(), ticket.clone());
        bus.subscribe(move |bus, event| {
            writer.note("guard", event);
            bus.unsubscribe(shared.get());
        });
        ticket.set(bus.subscribe(log.listener("visitor")));
        bus.subscribe(log.listener("clerk"));
        bus.emit("closing");
        assert_eq!(
            log.heard(),
            ["guard:closing", "clerk:closing"],
            "the guard sent the visitor away"
        );
    }

    /// Says goodbye on the bus when it is dropped.
    struct Polite(std::rc::Weak<Bus>);

    impl Drop for Polite {
        fn drop(&mut self) {
            if let Some(bus) = self.0.upgrade() {
                bus.emit("goodbye");
            }
        }
    }

    #[test]
    fn what_a_handler_holds_may_say_goodbye() {
        let (bus, log) = (Rc::new(Bus::default()), Log::default());
        let guest = Polite(Rc::downgrade(&bus));
        let ticket = bus.subscribe(move |_, event| {
            assert!(guest.0.strong_count() > 0, "{event} came from a bus");
        });
        bus.subscribe(log.listener("host"));
        bus.unsubscribe(ticket);
        assert_eq!(
            log.heard(),
            ["host:goodbye"],
            "a handler is dropped when nothing is borrowed, as it is called"
        );
    }

    #[test]
    fn a_handler_may_leave_by_itself() {
        let (bus, log) = (Bus::default(), Log::default());
        let ticket = Rc::new(Cell::new(0));
        let (writer, shared) = (log.clone(), ticket.clone());
        ticket.set(bus.subscribe(move |bus, event| {
            bus.unsubscribe(shared.get());
            writer.note("once", event);
        }));
        bus.subscribe(log.listener("always"));
        bus.emit("one");
        bus.emit("two");
        assert_eq!(
            log.heard(),
            ["once:one", "always:one", "always:two"],
            "once is enough"
        );
    }

    /// What a handler does when it hears an event.
    #[derive(Clone, Copy, Debug)]
    enum Deed {
        Nothing,
        Emit(usize),
        Join(usize),
        Leave(usize),
    }

    const EVENTS: [&str; 4] = ["e0", "e1", "e2", "e3"];
    const NAMES: [&str; 4] = ["h0", "h1", "h2", "h3"];

    /// The deeds of handler `h` on event `e`: `table[h][e]`. From the 40th call on nobody does anything.
    type Table = Rc<[[Deed; 4]; 4]>;

    /// Plays the rules with plain lists.
    fn expected(table: &Table, first: &str) -> Vec<String> {
        let (mut heard, mut members) = (Vec::new(), vec![(0, 0), (1, 1), (2, 2)]);
        let (mut issued, mut waiting) = (3, VecDeque::from([first.to_owned()]));
        while let Some(event) = waiting.pop_front() {
            let at = EVENTS
                .iter()
                .position(|name| *name == event)
                .expect("one of the four");
            for (ticket, who) in members.clone() {
                if !members.contains(&(ticket, who)) {
                    continue;
                }
                heard.push(format!("{}:{event}", NAMES[who]));
                if heard.len() >= 40 {
                    continue;
                }
                match table[who][at] {
                    Deed::Nothing => {}
                    Deed::Emit(next) => waiting.push_back(EVENTS[next].to_owned()),
                    Deed::Join(next) => {
                        members.push((issued, next));
                        issued += 1;
                    }
                    Deed::Leave(next) => members.retain(|(_, who)| *who != next),
                }
            }
        }
        heard
    }

    /// Subscribes handler `who`, which follows the table.
    fn join(
        bus: &Bus,
        who: usize,
        table: &Table,
        log: &Log,
        tickets: &Rc<RefCell<[Vec<Ticket>; 4]>>,
    ) {
        let (deeds, writer, shared) = (Rc::clone(table), log.clone(), Rc::clone(tickets));
        let ticket = bus.subscribe(move |bus, event| {
            let at = EVENTS
                .iter()
                .position(|name| *name == event)
                .expect("one of the four");
            writer.note(NAMES[who], event);
            if writer.count() >= 40 {
                return;
            }
            match deeds[who][at] {
                Deed::Nothing => {}
                Deed::Emit(next) => bus.emit(EVENTS[next]),
                Deed::Join(next) => join(bus, next, &deeds, &writer, &shared),
                Deed::Leave(next) => {
                    let gone = std::mem::take(&mut shared.borrow_mut()[next]);
                    gone.into_iter().for_each(|ticket| bus.unsubscribe(ticket));
                }
            }
        });
        tickets.borrow_mut()[who].push(ticket);
    }

    #[test]
    fn any_company_keeps_the_rules() {
        let mut rng = ::kit::Rng::salted("any_company_keeps_the_rules");
        for _ in 0..150 {
            let mut deed = || match rng.below(6) {
                0 | 1 => Deed::Emit(rng.below(4)),
                2 => Deed::Join(rng.below(4)),
                3 => Deed::Leave(rng.below(4)),
                _ => Deed::Nothing,
            };
            let table: Table = Rc::new(std::array::from_fn(|_| std::array::from_fn(|_| deed())));
            let (bus, log, tickets) = (Bus::default(), Log::default(), Rc::default());
            for who in 0..3 {
                join(&bus, who, &table, &log, &tickets);
            }
            bus.emit("e0");
            assert_eq!(
                log.heard(),
                expected(&table, "e0"),
                "handlers h0 to h3 follow {table:?}"
            );
        }
    }

    #[test]
    fn a_bus_forgets_what_is_over() {
        let mut rng = ::kit::Rng::salted("a_bus_forgets_what_is_over");
        let (bus, ledger) = (Bus::default(), ::kit::DropLedger::new());
        for number in 0..1 + rng.below(9) {
            let value = ledger.value(format!("handler {number}"));
            let ticket = bus
                .subscribe(move |_, event| assert_ne!(value.name(), event, "nobody is called so"));
            bus.emit("hello");
            bus.unsubscribe(ticket);
            assert_eq!(ledger.alive(), 0, "an unsubscribed handler is dropped");
        }
        let value = ledger.value("last");
        bus.subscribe(move |bus, event| {
            if event == value.name() {
                bus.emit("goodbye");
            }
        });
        bus.emit("last");
        drop(bus);
        assert_eq!(ledger.alive(), 0, "a bus goes with its handlers");
    }
}
