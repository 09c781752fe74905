//! Runs code of others that may panic on broken files.

use std::cell::Cell;
use std::panic;
use std::panic::AssertUnwindSafe;
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// What `work` returns; none where it panics, of which nothing is printed.
///
/// The process's panic hook is wrapped once: it stays silent on a thread while that thread is in here, and is as before otherwise.
pub(crate) fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |about| {
            if !QUIET.try_with(Cell::get).unwrap_or(false) {
                before(about);
            }
        }));
    });
    QUIET.with(|quiet| quiet.set(true));
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.with(|quiet| quiet.set(false));
    outcome.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_and_the_next_work_done() {
        assert_eq!(quietly(|| -> u8 { panic!("never seen") }), None);
        assert_eq!(quietly(|| 1), Some(1));
    }
}
