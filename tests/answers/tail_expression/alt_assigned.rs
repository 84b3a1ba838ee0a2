fn full_price(zones: u32) -> u32 {
    let for_zones = 110 * zones;
    for_zones + 150
}

fn share(age: u32) -> u32 {
    if age <= 5 {
        0
    } else if age <= 17 {
        50
    } else if age <= 64 {
        100
    } else {
        75
    }
}

fn fare(zones: u32, age: u32, night: bool) -> u32 {
    let mut sum = full_price(zones) * share(age) / 100;
    if night {
        sum += 80;
    }
    sum
}
