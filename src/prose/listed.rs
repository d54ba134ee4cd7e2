//! Which list is counted, where it is another than the one of large-scale models.

use crate::definition::UnknownCompute;
use crate::evidence::Meant;
use crate::locale;
use crate::paper::{Item, Mark};

use super::Writer;
use super::sentence::{self, item, models, text};

impl Writer<'_> {
    /// Of which list the counted models are, where it is not the one of
    /// large-scale models; and that nothing counts where it cannot be told what
    /// is large.
    pub(super) fn listed(self) -> Option<Item> {
        let source = &self.report.findings.source;
        if source.lacks_compute() {
            let phrase = match self.keeps_unknown() {
                true => self.phrases.unchecked_compute,
                false => self.phrases.no_compute,
            };
            return Some(item(Mark::Circle, phrase, &[]));
        }
        let name = locale::list_name(source.list.kind, self.language)?;
        let values = [text("list", name), self.compute()];
        Some(item(Mark::Circle, self.phrases.listed, &values))
    }

    /// Whether models of unknown training compute count whatever the list.
    fn keeps_unknown(self) -> bool {
        self.report.definition.compute.unknown == UnknownCompute::Keep
    }

    /// Which training compute the counted models of another list have.
    fn compute(self) -> sentence::Value {
        let phrase = match self.keeps_unknown() {
            true => self.phrases.compute_or_unknown,
            false => self.phrases.compute_known,
        };
        let threshold = self.report.definition.compute.threshold_flop;
        let threshold = text("threshold", locale::significant(threshold));
        sentence::runs("compute", sentence::compose(phrase, &[threshold]))
    }

    /// How many of another list than that of large-scale models there are.
    pub(super) fn listed_total(self) -> Option<Item> {
        let source = &self.report.findings.source;
        let name = locale::list_name(source.list.kind, self.language)?;
        let values = [
            self.during(),
            self.period(),
            text("list", name),
            self.compute(),
            models("n", self.counted(), Meant::all()),
        ];
        (!source.lacks_compute()).then(|| item(Mark::Circle, self.phrases.listed_total, &values))
    }
}
