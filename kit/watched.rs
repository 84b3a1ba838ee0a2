//! A child for futures that poll others: it counts, and it notices a poll too many.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::Calls;

/// A future that counts its polls and refuses one after it has given its value: a child for futures that
/// poll others.
pub struct Watched<F> {
    name: &'static str,
    future: Pin<Box<F>>,
    polls: Calls,
    done: bool,
}

impl<F: Future> Watched<F> {
    /// Watches over `future`, which the messages call `name`.
    pub fn new(name: &'static str, future: F) -> Self {
        Self { name, future: Box::pin(future), polls: Calls::new(), done: false }
    }

    /// The count of its polls, to be kept while somebody else owns the future.
    #[must_use]
    pub fn polls(&self) -> Calls {
        self.polls.clone()
    }
}

impl<F: Future> Future for Watched<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let name = self.name;
        assert!(
            !self.done,
            "the future `{name}` has given its value: expected no further poll, but one came"
        );
        self.polls.note();
        let outcome = self.future.as_mut().poll(cx);
        self.done = outcome.is_ready();
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{pending, ready};
    use std::task::Waker;

    #[test]
    #[should_panic(
        expected = "the future `left` has given its value: expected no further poll, but one came"
    )]
    fn a_poll_after_the_value_is_told() {
        let mut child = Watched::new("left", ready(1));
        let mut cx = Context::from_waker(Waker::noop());
        assert_eq!(Pin::new(&mut child).poll(&mut cx), Poll::Ready(1));
        let _ = Pin::new(&mut child).poll(&mut cx);
    }

    #[test]
    fn polls_are_counted_also_after_the_future_is_gone() {
        let mut child = Watched::new("right", pending::<()>());
        let polls = child.polls();
        let mut cx = Context::from_waker(Waker::noop());
        assert!(Pin::new(&mut child).poll(&mut cx).is_pending());
        assert!(Pin::new(&mut child).poll(&mut cx).is_pending());
        drop(child);
        assert_eq!(polls.count(), 2);
    }
}
