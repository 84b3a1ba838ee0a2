// Format court
//
// This module works, and nobody can read it. Bring it to the layout of rustfmt, of which `cargo fmt`
// does nearly all. Only one thing was laid out by hand for a reason: the five rows of `WEIGHTS`,
// one below the other, their columns in line. They stay as they are, and everything else, also in
// the same `impl`, is the formatter's. Besides what it changes, you add one attribute, no more.
//
// Read: rustfmt, Tips
// https://github.com/rust-lang/rustfmt#tips

use std::fmt::{Write, self, Display};
use std::collections::{VecDeque,BTreeMap};

// TODO: Find out how the formatter is told to leave one item alone, and let it have all the others.
/// A picture in shades of grey, row by row.
#[derive(Debug,Clone,PartialEq,Eq)] pub struct Picture{pub width:usize,pub shades:Vec<i32>}

impl Picture{
    /// How much each neighbour counts when a shade is made softer.
    const WEIGHTS: [[i32; 5]; 5] = [
        [ 1,  4,   6,  4,  1],
        [ 4, 16,  24, 16,  4],
        [ 6, 24, -40, 24,  6],
        [ 4, 16,  24, 16,  4],
        [ 1,  4,   6,  4,  1],
    ];

/// The shade at this place; outside there is none.
pub fn at(&self,x:i32,y:i32)->Option<i32>{let x=usize::try_from(x).ok().filter(|x|*x<self.width)?;
        let y=usize::try_from(y).ok()?;self.shades.get(y*self.width+x).copied()}

    /// The same picture, each shade mixed with those around it.
    pub fn softer( & self ) -> Self {
      let height=self.shades.len()/self.width.max(1); let mut shades=Vec::with_capacity(self.shades.len());
      for y in 0 .. height as i32{ for x in 0 .. self.width as i32 {
          let (mut sum,mut weight)=(0,0);
          for(dy,row) in (-2 ..).zip(Self::WEIGHTS){for(dx,share) in (-2 ..).zip(row){
              if let Some(shade)=self.at(x+dx,y+dy) { sum+=shade*share ; weight+=share }}}
          shades.push(if weight==0{0}else{sum/weight})
      }}
      Self{width:self.width,shades}
    }
}

impl Display for Picture { fn fmt(&self,f:&mut fmt::Formatter<'_>)->fmt::Result{
    for row in self.shades.chunks(self.width.max(1)){ for shade in row {
        f.write_char(match shade{..=63=>'#',64..=127=>'+',128..=191=>'-',_=>' '})?} f.write_char('\n')? }
    Ok(())
}}

/// How often each shade occurs, and the last few that were new.
pub fn census(picture:&Picture,few:usize)->(BTreeMap<i32,usize>,VecDeque<i32>){
    let mut counts=BTreeMap::new();let mut fresh=VecDeque::new();
    for &shade in &picture.shades{ let count=counts.entry(shade).or_insert(0);
        if *count==0{ fresh.push_back(shade);if fresh.len()>few{fresh.pop_front();} }
        *count+=1 }
    (counts,fresh)
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    fn picture(width: usize, shades: &[i32]) -> Picture {
        Picture {
            width,
            shades: shades.to_vec(),
        }
    }

    #[test]
    fn the_rows_of_weights_stay_in_line() {
        let source = include_str!("format_court.rs");
        let table = source.split("const WEIGHTS").nth(1).expect("the table");
        let rows: Vec<&str> = table.lines().skip(1).take(5).collect();
        let commas = |row: &str| -> Vec<usize> { row.match_indices(',').map(|it| it.0).collect() };
        let first = commas(rows[0]);
        for row in &rows {
            assert!(
                first.len() == 5 && commas(row) == first,
                "each row of `WEIGHTS` stands on a line of its own, its commas below those of the \
                 first; the formatter has no eye for such a table and has to be kept away from it:\n{}",
                rows.join("\n")
            );
        }
    }

    #[test]
    fn a_picture_of_one_shade_stays_as_it_is() {
        let mut rng = ::kit::Rng::salted("format_court: one shade");
        let shade = rng.within(1..200_i32);
        let plain = picture(7, &[shade; 42]);
        assert_eq!(
            plain.softer(),
            plain,
            "all neighbours have the shade {shade}"
        );
    }

    #[test]
    fn a_spot_is_spread() {
        let mut shades = [0; 25];
        shades[12] = 1000;
        let soft = picture(5, &shades).softer();
        assert_eq!((soft.at(2, 1), soft.at(0, 0)), (Some(146), Some(22)));
    }

    /// What the code did before anybody touched it, written in another way.
    #[test]
    fn any_picture_is_mixed_as_before() {
        let mut rng = ::kit::Rng::salted("format_court: any picture");
        for _ in 0..20 {
            let (width, height) = (rng.within(1..7_usize), rng.within(1..7_usize));
            let shades: Vec<i32> = (0..width * height)
                .map(|_| rng.within(0..256_i32))
                .collect();
            let soft = picture(width, &shades).softer();
            assert_eq!((soft.width, soft.shades.len()), (width, shades.len()));
            for place in 0..shades.len() {
                let (mut sum, mut weight) = (0, 0);
                for (other, shade) in shades.iter().enumerate() {
                    let right = (other % width).abs_diff(place % width);
                    let down = (other / width).abs_diff(place / width);
                    let share = match (right, down) {
                        (0, 0) => -40,
                        (0..=2, 0..=2) => [6, 4, 1][right] * [6, 4, 1][down],
                        _ => 0,
                    };
                    sum += share * shade;
                    weight += share;
                }
                let wanted = if weight == 0 { 0 } else { sum / weight };
                assert_eq!(
                    soft.shades[place], wanted,
                    "the shade at place {place} of {shades:?} in rows of {width}"
                );
            }
        }
    }

    #[test]
    fn outside_there_is_no_shade() {
        let small = picture(2, &[1, 2, 3, 4]);
        for (x, y, shade) in [
            (0, 0, Some(1)),
            (1, 0, Some(2)),
            (0, 1, Some(3)),
            (1, 1, Some(4)),
            (-1, 0, None),
            (2, 0, None),
            (0, -1, None),
            (0, 2, None),
        ] {
            assert_eq!(small.at(x, y), shade, "at {x}, {y} of two by two");
        }
    }

    #[test]
    fn each_shade_has_its_letter() {
        let all = picture(4, &[0, 63, 64, 127, 128, 191, 192, 255]);
        assert_eq!(all.to_string(), "##++\n--  \n", "the edges of the four");
    }

    #[test]
    fn a_census_tells_counts_and_what_was_new() {
        let mut rng = ::kit::Rng::salted("format_court: census");
        for few in 0..4 {
            let shades: Vec<i32> = (0..30).map(|_| rng.within(0..6_i32)).collect();
            let (counts, fresh) = census(&picture(6, &shades), few);
            let mut new = Vec::new();
            for &shade in &shades {
                let times = shades.iter().filter(|&&other| other == shade).count();
                assert_eq!(counts.get(&shade), Some(&times), "{shade} in {shades:?}");
                if !new.contains(&shade) {
                    new.push(shade);
                }
            }
            let last = &new[new.len().saturating_sub(few)..];
            assert_eq!(fresh, last, "the last {few} that were new in {shades:?}");
        }
    }

    #[test]
    fn shades_are_shown_and_counted() {
        let small = picture(2, &[0, 64, 128, 192]);
        assert_eq!(small.to_string(), "#+\n- \n");
        let (counts, fresh) = census(&small, 2);
        assert_eq!((counts.len(), Vec::from(fresh)), (4, vec![128, 192]));
    }
}
