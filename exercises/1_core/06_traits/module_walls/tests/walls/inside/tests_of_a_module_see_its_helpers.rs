// Stands at the end of read.rs
mod tests {
    fn probe() -> (&'static str, &'static str) {
        super::cut("530 CUR")
    }
}
