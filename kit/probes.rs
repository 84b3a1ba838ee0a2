//! Questions about types: asserted while compiling, or answered with a `bool` that a test can compare.
//!
//! All of it happens in the compiler; nothing is looked up by a type's name.

/// Compiles only if `T` may move to another thread.
///
/// ```
/// kit::assert_send::<Vec<String>>();
/// ```
/// ```compile_fail,E0277
/// kit::assert_send::<std::rc::Rc<String>>();
/// ```
pub const fn assert_send<T: ?Sized + Send>() {}

/// Compiles only if several threads may use one `T` at once.
///
/// ```
/// kit::assert_sync::<std::sync::Mutex<u8>>();
/// ```
/// ```compile_fail,E0277
/// kit::assert_sync::<std::cell::Cell<u8>>();
/// ```
pub const fn assert_sync<T: ?Sized + Sync>() {}

/// Compiles only if a `T` may be moved although it was pinned.
///
/// ```compile_fail,E0277
/// kit::assert_unpin::<std::marker::PhantomPinned>();
/// ```
pub const fn assert_unpin<T: ?Sized + Unpin>() {}

/// Compiles only if a `T` borrows nothing that may end before the program does.
///
/// ```
/// kit::assert_static::<&'static str>();
/// ```
/// ```compile_fail
/// fn ask<'a>(_: &'a str) { kit::assert_static::<&'a str>() }
/// ```
pub const fn assert_static<T: ?Sized + 'static>() {}

/// The answer "no", which [`implements!`](crate::implements) gives where nothing better is found.
#[doc(hidden)]
pub trait Otherwise {
    const HOLDS: bool = false;
}

/// Whether a type implements a trait, as a constant `bool`. The type has to be spelled out: about a type
/// parameter the answer would always be `false`.
///
/// An inherent constant goes before one of a trait: the probe has the first where the bound holds, and falls
/// back to the second where it does not.
///
/// ```
/// assert!(kit::implements!(String: Clone + std::fmt::Display));
/// assert!(!kit::implements!(std::cell::Cell<u8>: Sync));
/// assert!(kit::implements!(fn(u8) -> u8: Fn(u8) -> u8));
/// ```
#[macro_export]
macro_rules! implements {
    ($kind:ty: $($bound:tt)+) => {{
        #[allow(unused_imports)]
        use $crate::probes::Otherwise as _;
        struct Probe<T: ?Sized>(::core::marker::PhantomData<T>);
        impl<T: ?Sized> $crate::probes::Otherwise for Probe<T> {}
        #[allow(dead_code)]
        impl<T: ?Sized + $($bound)+> Probe<T> {
            const HOLDS: bool = true;
        }
        Probe::<$kind>::HOLDS
    }};
}

/// Whether a type may move to another thread, as a `bool`.
///
/// ```
/// assert!(!kit::is_send!(std::rc::Rc<u8>));
/// ```
#[macro_export]
macro_rules! is_send {
    ($kind:ty) => {
        $crate::implements!($kind: ::core::marker::Send)
    };
}

/// Whether several threads may use one value of the type at once, as a `bool`.
///
/// ```
/// assert!(!kit::is_sync!(std::cell::RefCell<u8>));
/// ```
#[macro_export]
macro_rules! is_sync {
    ($kind:ty) => {
        $crate::implements!($kind: ::core::marker::Sync)
    };
}

/// Compiles only if a longer lifetime may stand for a shorter one, as with `&'a T`.
///
/// ```
/// kit::assert_covariant!(for<'a> Vec<&'a str>);
/// ```
/// ```compile_fail
/// kit::assert_covariant!(for<'a> std::cell::Cell<&'a str>);
/// ```
#[macro_export]
macro_rules! assert_covariant {
    (for<$life:lifetime> $kind:ty) => {
        const _: () = {
            type Of<$life> = $kind;
            #[allow(dead_code)]
            fn shortened<'short, 'long: 'short>(value: Of<'long>) -> Of<'short> {
                value
            }
        };
    };
}

/// Compiles only if a shorter lifetime may stand for a longer one, as with `fn(&'a T)`.
///
/// A type that is neither this nor [covariant](crate::assert_covariant) is invariant.
///
/// ```
/// kit::assert_contravariant!(for<'a> fn(&'a str));
/// ```
/// ```compile_fail
/// kit::assert_contravariant!(for<'a> &'a str);
/// ```
#[macro_export]
macro_rules! assert_contravariant {
    (for<$life:lifetime> $kind:ty) => {
        const _: () = {
            type Of<$life> = $kind;
            #[allow(dead_code)]
            fn lengthened<'short, 'long: 'short>(value: Of<'short>) -> Of<'long> {
                value
            }
        };
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;
    use std::sync::MutexGuard;

    #[test]
    fn probes_say_yes_and_no() {
        assert_eq!((crate::is_send!(Cell<u8>), crate::is_sync!(Cell<u8>)), (true, false));
        assert_eq!(
            (crate::is_send!(MutexGuard<'static, u8>), crate::is_sync!(MutexGuard<'static, u8>)),
            (false, true)
        );
        assert_eq!((crate::is_send!(Rc<u8>), crate::is_sync!(Rc<u8>)), (false, false));
        assert!(crate::is_send!(str) && !crate::is_send!(dyn Fn()), "types without a size as well");
        assert!(crate::implements!(u8: Copy + Into<u32>) && !crate::implements!(u32: Into<u8>));
    }

    #[test]
    fn a_probe_is_a_constant() {
        const OPEN: bool = crate::implements!(Rc<u8>: Send);
        assert_eq!([0; OPEN as usize].len(), 0);
    }

    #[test]
    fn what_holds_compiles() {
        assert_send::<Cell<u8>>();
        assert_sync::<MutexGuard<'static, u8>>();
        assert_unpin::<Box<std::marker::PhantomPinned>>();
        assert_static::<str>();
        crate::assert_covariant!(for<'a> Box<dyn Iterator<Item = u8> + 'a>);
        crate::assert_contravariant!(for<'b> fn(&'b mut [u8]) -> u8);
    }
}
