fn welcome(_name: &str) -> String {
    "Come in, whoever you are!".to_owned()
}
