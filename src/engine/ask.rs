//! What can be asked of an engine that keeps data: each question with the type
//! of its answer, and how it is answered.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::comparison::{self, Explained};
use crate::coverage::{self, Coverage, Row};
use crate::definition::Definition;
use crate::document::About;
use crate::evidence::{Evidence as Models, Meant, Witness};
use crate::explore;
use crate::export::ModelsAs;
use crate::sensitivity;
use crate::verification::Verification;
use crate::vocabulary::Term;

use super::comparing::Against;
use super::covering::Elsewhere;
use super::kept::Engine;

/// A question with an answer of one type.
pub trait Ask {
    /// What answers it.
    type Answer: Serialize + DeserializeOwned;

    /// The answer; `None` before any data is kept, and for what is no question.
    fn answer(self, engine: &mut Engine) -> Option<Self::Answer>;
}

/// Everything by another definition, as JSON, which is not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview(pub String);

impl Ask for Preview {
    type Answer = crate::report::Findings;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        engine.preview(parse(&self.0)?)
    }
}

/// The models behind a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence(pub Meant);

impl Ask for Evidence {
    type Answer = Models;

    fn answer(self, engine: &mut Engine) -> Option<Models> {
        engine.evidence(&self.0)
    }
}

/// All counted models, with why each is counted as what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted;

impl Ask for Counted {
    type Answer = Models;

    fn answer(self, engine: &mut Engine) -> Option<Models> {
        engine.counted()
    }
}

/// One dimension by another; nothing for what is none, and for what the export
/// cannot support.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cross {
    /// The id of that of the rows.
    pub rows: String,
    /// The id of that of the columns.
    pub columns: String,
}

impl Ask for Cross {
    type Answer = Option<explore::Cross>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        Some(engine.cross(&self.rows, &self.columns))
    }
}

/// Medians and maxima by a dimension's id; likewise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistics(pub String);

impl Ask for Statistics {
    type Answer = Option<explore::Statistics>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        Some(engine.statistics(&self.0))
    }
}

/// The record holders of training compute.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frontier;

impl Ask for Frontier {
    type Answer = explore::Frontier;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        engine.frontier()
    }
}

/// A dimension's row under every defensible choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The dimension's id.
    pub dimension: String,
    /// The row's key.
    pub key: String,
}

impl Ask for Sensitivity {
    type Answer = sensitivity::Sensitivity;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        engine.sensitivity(&self.dimension, &self.key)
    }
}

/// The exported values of a dimension, by its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vocabulary(pub String);

impl Ask for Vocabulary {
    type Answer = Vec<Term>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        engine.vocabulary(&self.0)
    }
}

/// The values of a dimension to choose from, by its id, with how many models
/// have each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Values(pub String);

impl Ask for Values {
    type Answer = Vec<(String, usize)>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        engine.values(&self.0)
    }
}

/// The kept models as a file, whatever the view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelsFile {
    /// In which form.
    pub form: ModelsAs,
    /// The day on which they are written.
    pub written: About,
}

impl Ask for ModelsFile {
    type Answer = String;

    fn answer(self, engine: &mut Engine) -> Option<String> {
        Some(self.form.write(engine.dataset()?, &self.written))
    }
}

/// Published figures, as JSON, beside the computed ones in their own period,
/// whatever the view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verify(pub String);

impl Ask for Verify {
    type Answer = Verification;

    fn answer(self, engine: &mut Engine) -> Option<Verification> {
        engine.verify(&serde_json::from_str(&self.0).ok()?)
    }
}

/// Why the numbers moved between the kept list and another; nothing where there
/// is no such list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compare(pub Against);

impl Ask for Compare {
    type Answer = Option<Explained>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        engine.dataset()?;
        Some(engine.compare(&self.0))
    }
}

/// How the list grew over all days that are known, by a breakdown's id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History(pub String);

impl Ask for History {
    type Answer = comparison::History;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        let lists = engine.lists();
        (!lists.is_empty()).then(|| engine.history(&lists, &self.0))
    }
}

/// Which models any list knows that the kept one does not count, and why not: of a
/// country, an organisation or a name, as typed; of the focus country where
/// nothing is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Covered(pub String);

impl Ask for Covered {
    type Answer = Coverage;

    fn answer(self, engine: &mut Engine) -> Option<Coverage> {
        engine.covered(&self.0)
    }
}

/// The model of a record; nothing where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model(pub u32);

impl Ask for Model {
    type Answer = Option<Witness>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        Some(engine.model(self.0))
    }
}

/// The lists that have the model of a record, the shown one first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct InLists(pub u32);

impl Ask for InLists {
    type Answer = Vec<coverage::InList>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        engine.lists_with(self.0)
    }
}

/// The model of a row of another list that is asked for models; nothing where
/// there is none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfOtherList(pub Row);

impl Ask for OfOtherList {
    type Answer = Option<Elsewhere>;

    fn answer(self, engine: &mut Engine) -> Option<Self::Answer> {
        Some(engine.elsewhere(self.0))
    }
}

fn parse(definition: &str) -> Option<Arc<Definition>> {
    Definition::parse(definition).ok().map(Arc::new)
}
