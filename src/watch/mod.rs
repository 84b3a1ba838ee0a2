//! The session: [`State`] decides, purely, from inputs; [`files`] tells which paths were written; [`keys`]
//! says what each key does. It must not run, draw, store or read anything: whoever hands in the inputs
//! carries out the effects.

pub mod files;
pub mod keys;
mod state;

pub use state::{Content, Effect, Ending, Input, Moment, Outline, RunId, State, Told};
