fn welcome(name: &str) -> String {
    ["Come in, ", name, "!"].concat()
}
