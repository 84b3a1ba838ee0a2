#[cfg(test)]
mod tests {
    use super::most;

    #[test]
    fn promises() {
        assert_eq!(most(7, 9), 9);
        assert_eq!(most(9, 7), 9);
        assert_eq!(most(5, 5), 5);
        assert_eq!(most(0, 0), 0);
    }
}
