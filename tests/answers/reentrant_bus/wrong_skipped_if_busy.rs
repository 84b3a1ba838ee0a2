use std::cell::RefCell;

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
    handlers: Vec<(Ticket, Box<Handler>)>,
}

impl Bus {
    pub fn subscribe(&self, handler: impl Fn(&Bus, &str) + 'static) -> Ticket {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return 0;
        };
        state.issued += 1;
        let ticket = state.issued;
        state.handlers.push((ticket, Box::new(handler)));
        ticket
    }

    /// Ends a subscription; does nothing if it has ended already.
    pub fn unsubscribe(&self, ticket: Ticket) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            let place = state
                .handlers
                .iter()
                .position(|(other, _)| *other == ticket);
            let gone = place.map(|place| state.handlers.remove(place));
            drop(state);
            drop(gone);
        }
    }

    pub fn emit(&self, event: &str) {
        let Ok(state) = self.state.try_borrow_mut() else {
            return;
        };
        for (_, handler) in &state.handlers {
            handler(self, event);
        }
    }
}
