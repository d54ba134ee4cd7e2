//! Headers that seem to name a fact, but do not say enough of it.

use super::recognise::simplify;

/// Whether a header seems to name training compute, whatever the unit.
///
/// ```
/// use model_census_dataset::seems_compute;
/// for header in ["Training compute", "compute_pf_days", "학습 연산량(FLOP)"] {
///     assert!(seems_compute(header), "{header}");
/// }
/// for header in ["Training compute notes", "Training compute cost (cloud)", "Finetune compute"] {
///     assert!(!seems_compute(header), "{header}");
/// }
/// ```
#[must_use]
pub fn seems_compute(header: &str) -> bool {
    const WHAT: [&str; 3] = ["compute", "연산량", "계산량"];
    const BESIDES: [&str; 23] = [
        "training",
        "total",
        "train",
        "in",
        "log10",
        "flop",
        "flops",
        "pflop",
        "pflops",
        "zflop",
        "zflops",
        "eflop",
        "petaflop",
        "petaflops",
        "exaflop",
        "exaflops",
        "pf",
        "pfs",
        "days",
        "day",
        "s",
        "학습",
        "훈련",
    ];
    let header = simplify(header);
    let words = || {
        header
            .split([' ', '-', '/', ','])
            .filter(|word| !word.is_empty())
    };
    words().any(|word| WHAT.contains(&word))
        && words().all(|word| WHAT.contains(&word) || BESIDES.contains(&word))
}
