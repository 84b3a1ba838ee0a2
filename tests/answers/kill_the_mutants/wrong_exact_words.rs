#[cfg(test)]
mod tests {
    use super::duration::seconds;

    fn said(text: &str) -> String {
        seconds(text).map_or_else(|fault| fault.to_string(), |seconds| format!("{seconds} s"))
    }

    #[test]
    fn durations_are_told_in_seconds() {
        assert_eq!(said("1d 2h 3m 4s"), "93784 s");
        assert_eq!(said("1h30m "), "5400 s");
        assert_eq!(said("0s"), "0 s");
        assert_eq!(said("4294967295s"), "4294967295 s");
    }

    #[test]
    fn faults_are_told_in_words() {
        assert_eq!(said("  "), "there is no duration in it");
        assert_eq!(said("+5s"), "something in it is no number with a unit");
        assert_eq!(said("1m 1h"), "its units are not in order");
        assert_eq!(said("4294967296s"), "it is too long");
    }
}
