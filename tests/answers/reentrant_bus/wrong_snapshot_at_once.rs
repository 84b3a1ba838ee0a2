use std::cell::RefCell;
use std::rc::Rc;

type Handler = dyn Fn(&Bus, &str);

/// Names one subscription.
pub type Ticket = u64;

#[derive(Default)]
pub struct Bus {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    issued: Ticket,
    handlers: Vec<(Ticket, Rc<Handler>)>,
}

impl Bus {
    pub fn subscribe(&self, handler: impl Fn(&Bus, &str) + 'static) -> Ticket {
        let mut state = self.state.borrow_mut();
        state.issued += 1;
        let ticket = state.issued;
        state.handlers.push((ticket, Rc::new(handler)));
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
        let handlers = self.state.borrow().handlers.clone();
        for (_, handler) in handlers {
            handler(self, event);
        }
    }
}
