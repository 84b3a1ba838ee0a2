// Why so: a method that takes `self` in any form borrows the whole value, whatever its body reads: the
// compiler judges a call by its signature. Fields, on the other hand, are borrowed one by one, as long
// as one function names them all. So `play` takes the mixer apart once into three separate borrows,
// and what `gain` and `note` do has moved to two functions that ask for just the field they need. The
// public methods call the same functions, so that each rule is still written in one place.

pub struct Mixer {
    samples: Vec<i32>,
    gains: [i32; 4],
    loudest: i32,
}

fn gain_at(gains: [i32; 4], place: usize) -> i32 {
    gains[place % gains.len()]
}

fn note_in(loudest: &mut i32, sample: i32) {
    *loudest = (*loudest).max(sample.abs());
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
        gain_at(self.gains, place)
    }

    pub fn note(&mut self, sample: i32) {
        note_in(&mut self.loudest, sample);
    }

    /// Applies its gain to each sample, and notes what came out.
    pub fn play(&mut self) {
        let Self {
            samples,
            gains,
            loudest,
        } = self;
        for (place, sample) in samples.iter_mut().enumerate() {
            *sample = *sample * gain_at(*gains, place) / 100;
            note_in(loudest, *sample);
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
        (&mut self.samples, &mut self.gains)
    }
}
