//! Why a file that a frame's address names did not come, as a sentence.

use crate::definition::DefinitionError;
use crate::language::{Bilingual, Language};

use super::definition_error;

/// Why a file did not come.
#[derive(Debug)]
pub enum NotHanded {
    /// The page around the frame handed nothing over in time.
    Nothing,
    /// It was refused, in the browser's words or the server's.
    Refused {
        /// The file's address.
        address: String,
        /// Why.
        reason: String,
    },
    /// The frame fetches from its own site only.
    OtherSite {
        /// The file's address.
        address: String,
    },
    /// It came, but is no definition.
    NoDefinition {
        /// The file's address.
        address: String,
        /// What is wrong with it.
        error: DefinitionError,
    },
}

impl NotHanded {
    /// The address, where there is one.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Self::Nothing => "",
            Self::Refused { address, .. }
            | Self::OtherSite { address }
            | Self::NoDefinition { address, .. } => address,
        }
    }

    /// The sentence in both languages.
    #[must_use]
    pub fn said(&self) -> Bilingual {
        let [ko, en] = Language::ALL.map(|language| not_handed(self, language));
        Bilingual { ko, en }
    }
}

fn not_handed(problem: &NotHanded, language: Language) -> String {
    match (problem, language) {
        (NotHanded::Nothing, Language::Ko) => {
            "이 틀을 넣은 페이지가 정해진 시간 안에 파일을 넘겨주지 않음".to_owned()
        }
        (NotHanded::Nothing, Language::En) => {
            "the page around this frame handed over no file in time".to_owned()
        }
        (NotHanded::Refused { address, reason }, Language::Ko) => {
            format!(
                "‘{address}’ 파일을 가져오지 못함({reason}). 주소와 서버의 CORS 설정을 확인해야 함"
            )
        }
        (NotHanded::Refused { address, reason }, Language::En) => format!(
            "“{address}” cannot be fetched ({reason}); check the address and that its server allows it (CORS)"
        ),
        (NotHanded::OtherSite { address }, Language::Ko) => format!(
            "‘{address}’ 파일은 다른 사이트에 있어 이 틀이 직접 가져올 수 없음. model-census 요소를 쓰거나 이 페이지와 같은 사이트에 두어야 함"
        ),
        (NotHanded::OtherSite { address }, Language::En) => format!(
            "“{address}” is on another site, from which this frame fetches nothing; use the element model-census, or put the file on this page's site"
        ),
        (NotHanded::NoDefinition { address, error }, Language::Ko) => format!(
            "‘{address}’ 파일을 정의로 읽을 수 없음: {}",
            definition_error(error, language)
        ),
        (NotHanded::NoDefinition { address, error }, Language::En) => format!(
            "“{address}” cannot be read as a definition: {}",
            definition_error(error, language)
        ),
    }
}
