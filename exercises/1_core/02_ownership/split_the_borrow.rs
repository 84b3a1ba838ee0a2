// Split the borrow
//
// A mixer makes its sound swell and fade: four gains, in per cent, are used in turn for one sample after
// another. While it plays it also notes the loudest sample that it put out. The plan is right, but
// `play` and `desk` ask the whole mixer for help while they hold a part of it, and do not compile.
//
// Mend `play` and `desk`, with helpers of your own if you like. The public methods keep their signatures and their
// meaning, and playing must not allocate: no copy of the samples.
//
// Read: The Rustonomicon, Splitting Borrows
// https://doc.rust-lang.org/nomicon/borrow-splitting.html

pub struct Mixer {
    samples: Vec<i32>,
    gains: [i32; 4],
    loudest: i32,
}

impl Mixer {
    pub fn new(samples: Vec<i32>, gains: [i32; 4]) -> Self {
        Self {
            samples,
            gains,
            loudest: 0,
        }
    }

    pub fn samples(&self) -> &[i32] {
        &self.samples
    }

    /// The loudest sample that was noted so far; how loud one is does not depend on its sign.
    pub fn loudest(&self) -> i32 {
        self.loudest
    }

    /// The gain for the sample at this place, in per cent.
    pub fn gain(&self, place: usize) -> i32 {
        self.gains[place % self.gains.len()]
    }

    pub fn note(&mut self, sample: i32) {
        self.loudest = self.loudest.max(sample.abs());
    }

    /// Applies its gain to each sample, and notes what came out.
    pub fn play(&mut self) {
        for (place, sample) in self.samples.iter_mut().enumerate() {
            // TODO: Get the gain without a call that borrows all of `self`.
            *sample = *sample * self.gain(place) / 100;
            // TODO: Note the sample without one, too.
            self.note(*sample);
        }
    }

    pub fn samples_mut(&mut self) -> &mut [i32] {
        &mut self.samples
    }

    pub fn gains_mut(&mut self) -> &mut [i32; 4] {
        &mut self.gains
    }

    /// The samples and the gains at once, both to be changed.
    pub fn desk(&mut self) -> (&mut [i32], &mut [i32; 4]) {
        // TODO: Lend two fields, and not the whole mixer twice.
        (self.samples_mut(), self.gains_mut())
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    #[test]
    fn one_gain_for_all_changes_all_samples() {
        let mut mixer = Mixer::new(vec![10, -20, 300, 7, 1_000], [50; 4]);
        mixer.play();
        assert_eq!(mixer.samples(), [5, -10, 150, 3, 500], "half of each");
    }

    #[test]
    fn four_gains_take_turns() {
        let mut mixer = Mixer::new(vec![1_000; 6], [100, 80, 10, 0]);
        mixer.play();
        assert_eq!(
            mixer.samples(),
            [1_000, 800, 100, 0, 1_000, 800],
            "the fifth sample has the first gain again"
        );
        assert_eq!(
            [0, 1, 2, 3, 4, 9].map(|place| mixer.gain(place)),
            [100, 80, 10, 0, 100, 80]
        );
    }

    #[test]
    fn the_loudest_sample_that_came_out_is_noted() {
        let mut mixer = Mixer::new(vec![500, -700, 600, 900], [100, 100, 100, 10]);
        assert_eq!(mixer.loudest(), 0, "nothing was played so far");
        mixer.play();
        assert_eq!(
            mixer.loudest(),
            700,
            "the 900 came out as 90, and -700 is louder than 600"
        );
    }

    #[test]
    fn what_was_noted_before_counts() {
        let mut mixer = Mixer::new(vec![400, 300], [50; 4]);
        mixer.note(-250);
        mixer.note(30);
        mixer.play();
        assert_eq!(
            mixer.loudest(),
            250,
            "200 and 150 came out, and -250 was noted before"
        );
    }

    #[test]
    fn playing_twice_applies_the_gains_twice() {
        let mut rng = ::kit::Rng::salted("split_the_borrow: twice");
        let before: Vec<i32> = (0..50)
            .map(|_| i32::try_from(rng.between(-90, 90)).unwrap() * 100)
            .collect();
        let mut mixer = Mixer::new(before.clone(), [10, 50, 100, 100]);
        mixer.play();
        mixer.play();
        let divisors = [100, 4, 1, 1].into_iter().cycle();
        let after: Vec<i32> = before
            .iter()
            .zip(divisors)
            .map(|(sample, divisor)| sample / divisor)
            .collect();
        assert_eq!(
            mixer.samples(),
            after,
            "a hundredth, a quarter, and twice all of it"
        );
    }

    #[test]
    fn any_sound_with_any_gains_comes_out_right() {
        let mut rng = ::kit::Rng::salted("split_the_borrow: any sound");
        for len in 0..40 {
            let before: Vec<i32> = (0..len)
                .map(|_| i32::try_from(rng.between(-30_000, 30_000)).unwrap())
                .collect();
            let gains = [(); 4].map(|()| i32::try_from(rng.between(0, 200)).unwrap());
            let mut mixer = Mixer::new(before.clone(), gains);
            mixer.play();
            let mut loudest = 0;
            for (place, (old, new)) in before.iter().zip(mixer.samples()).enumerate() {
                assert_eq!(
                    *new,
                    old * gains[place % 4] / 100,
                    "sample {place} was {old}, the gains are {gains:?}"
                );
                loudest = new.abs().max(loudest);
            }
            assert_eq!(mixer.samples().len(), before.len(), "no sample is lost");
            assert_eq!(
                mixer.loudest(),
                loudest,
                "the loudest of {:?}",
                mixer.samples()
            );
        }
    }

    #[test]
    fn the_desk_lends_samples_and_gains_at_once() {
        let mut rng = ::kit::Rng::salted("split_the_borrow: desk");
        let (low, high) = (i32::try_from(rng.between(1, 99)).unwrap(), 200);
        let mut mixer = Mixer::new(vec![low, 500, 600], [100, 50, 0, 100]);
        let (samples, gains) = mixer.desk();
        std::mem::swap(&mut samples[0], &mut gains[1]);
        gains[2] = high;
        assert_eq!(
            mixer.samples(),
            [50, 500, 600],
            "the first sample and the second gain changed places"
        );
        assert_eq!(
            [0, 1, 2, 3].map(|place| mixer.gain(place)),
            [100, low, high, 100]
        );
        mixer.samples_mut()[2] = -7;
        mixer.gains_mut()[3] = 30;
        assert_eq!((mixer.samples()[2], mixer.gain(3)), (-7, 30));
    }

    #[test]
    fn playing_does_not_allocate() {
        let mut mixer = Mixer::new(vec![100; 1_000], [100, 50, 0, 50]);
        let ((), seen) = ::kit::allocations(|| mixer.play());
        assert_eq!(
            seen.count, 0,
            "no block is needed, and {} bytes were asked for",
            seen.bytes
        );
    }
}
