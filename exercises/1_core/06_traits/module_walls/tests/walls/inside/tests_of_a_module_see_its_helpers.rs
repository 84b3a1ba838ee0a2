// Stands at the end of read.rs
mod walls_probes {
    fn walls_probe() -> (&'static str, &'static str) {
        super::cut("530 CUR")
    }
}
