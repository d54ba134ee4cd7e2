//! Why a definition cannot be used, for people.

use crate::definition::{DefinitionError, Fault, SCHEMA};

use super::json_reason::korean_json_reason;
use crate::language::Language;

/// What is wrong, where, and what to do.
#[must_use]
pub fn definition_error(error: &DefinitionError, language: Language) -> String {
    match language {
        Language::Ko => korean(error),
        Language::En => english(error),
    }
}

fn korean(error: &DefinitionError) -> String {
    match error {
        DefinitionError::Malformed { path, reason } if path.is_empty() => {
            format!("정의 파일의 형식이 아님({})", korean_json_reason(reason))
        }
        DefinitionError::Malformed { path, reason } => {
            let reason = korean_json_reason(reason);
            format!("‘{path}’의 값이 맞지 않음({reason}). 이 값을 고친 뒤 다시 불러와야 함")
        }
        DefinitionError::UnknownSchema { found } => {
            format!("형식 ‘{found}’: 이 페이지는 {SCHEMA}까지 읽을 수 있음")
        }
        DefinitionError::UnknownBase { id } => {
            format!("‘extends’: 바탕으로 삼은 정의 ‘{id}’ 없음. is-178 또는 current여야 함")
        }
        DefinitionError::Faulty { path, fault } => {
            let what = match fault {
                Fault::Threshold => "0 이상의 수여야 함".to_owned(),
                Fault::Zero => "1 이상이어야 함".to_owned(),
                Fault::UnknownCountry { key } => {
                    format!("국가 목록에 없는 값 ‘{key}’. KOR와 같은 국가 코드여야 함")
                }
                Fault::Chain { key, further } => {
                    format!(
                        "‘{key}’ 자체가 ‘{further}’에 통합되어 있음. ‘{further}’로 직접 통합해야 함"
                    )
                }
            };
            format!("‘{path}’: {what}")
        }
    }
}

fn english(error: &DefinitionError) -> String {
    match error {
        DefinitionError::Malformed { path, reason } if path.is_empty() => {
            format!("not a definition ({reason})")
        }
        DefinitionError::Malformed { path, reason } => {
            format!(
                "the value at “{path}” does not fit ({reason}); correct it and load the file again"
            )
        }
        DefinitionError::UnknownSchema { found } => {
            format!("schema “{found}”: this page reads up to {SCHEMA}")
        }
        DefinitionError::UnknownBase { id } => {
            format!("“extends”: there is no definition “{id}” to build on; name is-178 or current")
        }
        DefinitionError::Faulty { path, fault } => {
            let what = match fault {
                Fault::Threshold => "must be 0 or more".to_owned(),
                Fault::Zero => "must be 1 or more".to_owned(),
                Fault::UnknownCountry { key } => {
                    format!("“{key}” is none of the countries; a code such as KOR is meant")
                }
                Fault::Chain { key, further } => {
                    format!("“{key}” itself counts as “{further}”; name “{further}” directly")
                }
            };
            format!("“{path}”: {what}")
        }
    }
}
