//! A host of WebAssembly modules, in an interpreter: it does with a module what a session says, line by line, and checks
//! what the session expects. Of what modules import it has one function, `host.print`.

mod session;
mod words;

#[cfg(test)]
mod tests;

use wasmi::{
    Caller, Config, Engine, Extern, Instance, Linker, Module, Store, StoreLimits, StoreLimitsBuilder,
};

use super::console::Console;
use crate::check::machine::{End, Order, Report};
use session::Session;

/// The most memory a module gets.
const MEMORY: usize = 64 << 20;
/// The most lines of a session that are taken, those of loops counted each time.
const LINES: u32 = 1_000_000;

/// What the host keeps beside the module.
struct Host {
    printed: Console,
    limits: StoreLimits,
}

/// Runs the session with the module.
pub(super) fn run(image: &[u8], order: &Order, console: &mut Console) -> Report {
    let refused = |says: String| Report { end: End::Refused(says), steps: 0 };
    let session = match Session::read(&order.session) {
        Ok(session) => session,
        Err(says) => return refused(format!("the session is broken: {says}")),
    };
    let mut config = Config::default();
    config.consume_fuel(true);
    let engine = Engine::new(&config);
    let module = match Module::new(&engine, image) {
        Ok(module) => module,
        Err(error) => return refused(format!("the module cannot be read: {error}")),
    };
    if let Some(says) = foreign_import(&module) {
        return refused(says);
    }
    let limits = StoreLimitsBuilder::new().memory_size(MEMORY).build();
    let mut store = Store::new(&engine, Host { printed: Console::default(), limits });
    store.limiter(|host| &mut host.limits);
    let end = match start(&engine, &module, &mut store, order.steps) {
        Ok(instance) => session.play(&mut store, instance, order.salt, LINES),
        Err(end) => end,
    };
    let left = store.get_fuel().unwrap_or(0);
    store.data().printed.bytes().iter().for_each(|byte| console.put(*byte));
    Report { end, steps: order.steps.saturating_sub(left) }
}

/// What the module asks for and no host of ours has.
fn foreign_import(module: &Module) -> Option<String> {
    let foreign = module.imports().find(|import| (import.module(), import.name()) != ("host", "print"))?;
    let (from, name) = (foreign.module(), foreign.name());
    Some(format!(
        "the module wants `{name}` of `{from}` from its host, and this host has only `print` of `host`"
    ))
}

fn start(engine: &Engine, module: &Module, store: &mut Store<Host>, steps: u64) -> Result<Instance, End> {
    let refused = |error: wasmi::Error| End::Refused(format!("the module does not start: {error}"));
    store.set_fuel(steps).map_err(refused)?;
    let mut linker = Linker::new(engine);
    linker.func_wrap("host", "print", print).map_err(|error| End::Refused(error.to_string()))?;
    linker.instantiate_and_start(store, module).map_err(refused)
}

/// `host.print(address, length)`: bytes of the module's memory to the screen.
fn print(mut caller: Caller<'_, Host>, address: u32, length: u32) -> Result<(), wasmi::Error> {
    let memory = caller.get_export("memory").and_then(Extern::into_memory);
    let memory = memory.ok_or_else(|| wasmi::Error::new("`print`, and the module exports no `memory`"))?;
    let mut bytes = vec![0; length.min(1 << 20) as usize];
    memory
        .read(&caller, address as usize, &mut bytes)
        .map_err(|error| wasmi::Error::new(format!("`print`: {error}")))?;
    for byte in bytes {
        caller.data_mut().printed.put(byte);
    }
    Ok(())
}
