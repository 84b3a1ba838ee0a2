use std::cell::RefCell;
use std::collections::VecDeque;
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
    waiting: VecDeque<String>,
    delivering: bool,
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
        self.state.borrow_mut().waiting.push_back(event.to_owned());
        if self.state.borrow().delivering {
            return;
        }
        self.state.borrow_mut().delivering = true;
        while let Some((event, handlers)) = self.next_delivery() {
            for handler in handlers {
                handler(self, &event);
            }
        }
        self.state.borrow_mut().delivering = false;
    }

    /// The event whose turn it is, and who is subscribed now.
    fn next_delivery(&self) -> Option<(String, Vec<Rc<Handler>>)> {
        let mut state = self.state.borrow_mut();
        let event = state.waiting.pop_front()?;
        Some((
            event,
            state
                .handlers
                .iter()
                .map(|(_, handler)| Rc::clone(handler))
                .collect(),
        ))
    }
}
