use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

type Handler = dyn Fn(&Bus, &str);

pub type Ticket = u64;

/// A place stays in the map until its subscription ends; it is empty while its handler runs.
#[derive(Default)]
pub struct Bus {
    places: RefCell<BTreeMap<Ticket, Option<Box<Handler>>>>,
    issued: Cell<Ticket>,
    waiting: RefCell<VecDeque<String>>,
    busy: Cell<bool>,
}

impl Bus {
    pub fn subscribe(&self, handler: impl Fn(&Bus, &str) + 'static) -> Ticket {
        let ticket = self.issued.replace(self.issued.get() + 1);
        self.places
            .borrow_mut()
            .insert(ticket, Some(Box::new(handler)));
        ticket
    }

    pub fn unsubscribe(&self, ticket: Ticket) {
        let gone = self.places.borrow_mut().remove(&ticket);
        drop(gone);
    }

    pub fn emit(&self, event: &str) {
        self.waiting.borrow_mut().push_back(event.to_string());
        if self.busy.replace(true) {
            return;
        }
        loop {
            let Some(event) = self.waiting.borrow_mut().pop_front() else {
                break;
            };
            let end = self.issued.get();
            let mut from = 0;
            loop {
                let next = self
                    .places
                    .borrow()
                    .range(from..end)
                    .next()
                    .map(|(ticket, _)| *ticket);
                let Some(ticket) = next else { break };
                let lifted = self
                    .places
                    .borrow_mut()
                    .get_mut(&ticket)
                    .and_then(Option::take);
                if let Some(handler) = lifted {
                    handler(self, &event);
                    if let Some(place) = self.places.borrow_mut().get_mut(&ticket) {
                        *place = Some(handler);
                    }
                }
                from = ticket + 1;
            }
        }
        self.busy.set(false);
    }
}
