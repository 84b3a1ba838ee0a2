//! What the supervisor is told on its command line: written by the one who starts it, read by itself,
//! here in one place so that the two cannot differ. It must not start anything.

use std::ffi::OsString;
use std::path::Path;

use super::confine::WORD;

/// A program to run, under limits.
pub(super) struct Order {
    pub(super) memory_mb: u64,
    /// Who started it. It may be dead before the first line here runs; then there is nobody to work for.
    pub(super) parent: Option<i32>,
    pub(super) program: OsString,
    pub(super) args: Vec<OsString>,
}

impl Order {
    /// The arguments that [`Order::read`] reads, the subcommand's name first.
    pub(super) fn args(memory_mb: u64, program: &Path, args: &[OsString]) -> Vec<OsString> {
        let mut all: Vec<OsString> = vec![WORD.into(), "--memory-mb".into(), memory_mb.to_string().into()];
        all.extend(["--parent".into(), std::process::id().to_string().into(), "--".into()]);
        all.push(program.into());
        all.extend_from_slice(args);
        all
    }

    /// `None` if it is not a whole order.
    pub(super) fn read(mut args: impl Iterator<Item = OsString>) -> Option<Self> {
        let (mut memory_mb, mut parent) = (None, None);
        loop {
            let arg = args.next()?;
            let mut number = || args.next()?.to_str()?.parse::<u64>().ok();
            match arg.to_str()? {
                "--memory-mb" => memory_mb = Some(number()?),
                "--parent" => parent = Some(i32::try_from(number()?).ok()?),
                "--" => break,
                _ => return None,
            }
        }
        Some(Self { memory_mb: memory_mb?, parent, program: args.next()?, args: args.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let given = ["--".into(), "-x".into(), "a b".into()];
        let args = Order::args(2048, Path::new("/bin/p"), &given);
        assert_eq!(args[0], WORD);
        let order = Order::read(args.into_iter().skip(1)).unwrap();
        assert_eq!((order.memory_mb, order.program), (2048, "/bin/p".into()));
        assert_eq!(order.parent.map(i32::cast_unsigned), Some(std::process::id()));
        assert_eq!(order.args, given);
    }

    #[test]
    fn half_an_order_is_none() {
        for args in [&["--memory-mb", "1", "--"][..], &["--", "p"], &["--memory-mb", "x", "--", "p"], &[]] {
            assert!(Order::read(args.iter().map(OsString::from)).is_none(), "{args:?}");
        }
    }
}
