//! What of a language other than the first a page fetches when it is wanted:
//! most readers never pay for it. Everywhere else it is simply there.

/// A value for such a language.
#[derive(Debug)]
pub(crate) struct Later<T: 'static> {
    #[cfg(not(feature = "csr"))]
    own: &'static T,
    #[cfg(feature = "csr")]
    own: std::sync::OnceLock<&'static T>,
}

#[cfg(not(feature = "csr"))]
impl<T> Later<T> {
    pub(crate) const fn new(own: &'static T) -> Self {
        Self { own }
    }

    pub(crate) fn or(&'static self, _: &'static T) -> &'static T {
        self.own
    }
}

#[cfg(feature = "csr")]
impl<T> Later<T> {
    pub(crate) const fn unlearned() -> Self {
        Self {
            own: std::sync::OnceLock::new(),
        }
    }

    /// Takes what was fetched.
    pub(crate) fn learn(&self, own: &'static T) {
        // Learnt already from another part that was fetched.
        let _ = self.own.set(own);
    }

    /// The value, or Korean's before it was fetched; the page waits for it
    /// before it speaks English.
    pub(crate) fn or(&'static self, korean: &'static T) -> &'static T {
        self.own.get().copied().unwrap_or(korean)
    }
}
