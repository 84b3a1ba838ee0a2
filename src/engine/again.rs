//! Many jobs side by side, and one job many times: built once, run under salt after salt. It must not remember what it
//! finds: a verdict that is asked for again shall be found again.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::{Engine, EngineError, Job, Ready, cache};
use crate::check::{Context, Outcome};
use crate::process::Cancel;

impl Engine<'_> {
    /// Judges one exercise once for each salt. What was built for the first run serves the others, and every program of
    /// the learner is run again.
    pub fn judge_again(
        &self,
        job: &Job<'_>,
        salts: &[u64],
        cancel: &Cancel,
    ) -> Result<Vec<Outcome>, EngineError> {
        let mut ready = Ready::new(job);
        let keys = cache::Keys::new(self, job, &ready.sheet);
        let mut runs = Vec::new();
        let mut done = HashMap::new();
        let laid_out = self.on_the_spot(job, &mut ready, cancel, &mut |cx| {
            for &salt in salts {
                let cx = Context { salt, ..*cx };
                runs.push(self.judge_checks_from(&cx, cancel, &|_| {}, &mut done)?);
                done.retain(|spec, _| spec.confine.is_none());
            }
            Ok(())
        })?;
        runs.extend(laid_out.err());
        Ok(runs.into_iter().map(|checks| self.outcome(job, &ready.sheet, &keys, checks)).collect())
    }
}

/// Does the work for each place, as many at once as `workers`, the heaviest first, and brings the results in order.
pub fn side_by_side<R: Send>(
    weights: &[u32],
    workers: usize,
    cancel: &Cancel,
    done: &(dyn Fn(usize) + Sync),
    work: &(dyn Fn(usize) -> R + Sync),
) -> Vec<R> {
    let mut queue: Vec<usize> = (0..weights.len()).collect();
    queue.sort_by_key(|&place| Reverse(weights[place]));
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<R>>> = Mutex::new(weights.iter().map(|_| None).collect());
    std::thread::scope(|scope| {
        for _ in 0..workers.clamp(1, weights.len().max(1)) {
            scope.spawn(|| {
                while let Some(&place) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if cancel.asked() {
                        break;
                    }
                    let result = work(place);
                    results.lock().unwrap_or_else(PoisonError::into_inner)[place] = Some(result);
                    done(place);
                }
            });
        }
    });
    let results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    // What nobody came to before the cancel is missing at the end; whole results stay in order.
    results.into_iter().map_while(|result| result).collect()
}
