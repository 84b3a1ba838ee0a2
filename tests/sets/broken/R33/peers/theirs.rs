    #[test]
    fn the_tip_is_added() {
        let mut rng = ::kit::Rng::salted("add_tip: bills");
        for _ in 0..50 {
            let (cents, percent) = (rng.bits() % 100_000, rng.bits() % 101);
            let wanted = (cents * 100 + cents * percent) / 100;
            assert_eq!(with_tip(cents, percent), wanted, "{percent} per cent");
        }
    }

    #[test]
    fn the_tip_is_rounded_down() {
        assert_eq!(with_tip(199, 50), 298, "99 and a half cents are 99");
    }

