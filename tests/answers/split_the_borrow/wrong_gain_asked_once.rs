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
        let gain = self.gain(0);
        for sample in self.samples.iter_mut() {
            *sample = *sample * gain / 100;
            self.loudest = self.loudest.max(sample.abs());
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
