// Tasks are put on the list of an executor, which works on it when it is told to run.
fn main() {
    let strict = kit::Strict::new();
    strict.spawn(async { print!("task ") });
    print!("spawned ");
    strict.run();
    print!("ran ");
}

//@ why: To spawn is to hand over, not to run. Some runtimes have other threads that may begin at once; on a single
//@ why: thread nothing begins before the executor has its turn.
