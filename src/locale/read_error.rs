//! Why nothing can be shown of a file, as a sentence: what, where, what to do.

use crate::dataset::{OtherTable, PackedError, ReadError};

use crate::language::Language;

/// Why a file cannot be used, as a sentence.
#[must_use]
pub fn read_error(error: &ReadError, language: Language) -> String {
    match (error, language) {
        (ReadError::Empty, Language::Ko) => "파일이 비어 있음".to_owned(),
        (ReadError::Empty, Language::En) => "the file is empty".to_owned(),
        (ReadError::NotText { format }, Language::Ko) => {
            format!("CSV 텍스트가 아님({format}). CSV UTF-8 형식으로 저장한 파일이 필요함")
        }
        (ReadError::NotText { format }, Language::En) => {
            format!("not CSV text ({format}); save it as CSV UTF-8 first")
        }
        (ReadError::MissingColumn { field, found }, Language::Ko) => format!(
            "앞쪽 20개 행에서 ‘{}’ 열이 있는 머리글을 찾지 못함. 찾은 열: {}",
            field.header(),
            found.join(", ")
        ),
        (ReadError::MissingColumn { field, found }, Language::En) => format!(
            "none of the first 20 rows is a header with the column “{}”; found: {}",
            field.header(),
            found.join(", ")
        ),
        (ReadError::OtherTable { table }, Language::Ko) => format!(
            "Epoch AI의 {} 자료이며 모델 목록이 아님. epoch.ai/data/ai-models에서 ‘large-scale’ 모델 목록을 내려받아야 함",
            match table {
                OtherTable::Hardware => "하드웨어",
                OtherTable::Clusters => "GPU 클러스터",
                OtherTable::Benchmarks => "벤치마크(모델 버전별)",
            }
        ),
        (ReadError::OtherTable { table }, Language::En) => format!(
            "it is Epoch AI’s table of {}, not a list of models; fetch the list of large-scale models from epoch.ai/data/ai-models",
            match table {
                OtherTable::Hardware => "hardware",
                OtherTable::Clusters => "GPU clusters",
                OtherTable::Benchmarks => "benchmark results of model versions",
            }
        ),
        (ReadError::NoRecords, Language::Ko) => "머리글 아래에 자료 행이 없음".to_owned(),
        (ReadError::NoRecords, Language::En) => "there is no record below the header".to_owned(),
        (ReadError::Packed(error), Language::Ko) => packed_ko(error),
        (ReadError::Packed(error), Language::En) => packed_en(error),
    }
}

fn packed_ko(error: &PackedError) -> String {
    match error {
        PackedError::Truncated => {
            "파일이 중간에 끊겨 있음. 내려받기가 덜 된 것으로 보이므로 다시 내려받아야 함"
                .to_owned()
        }
        PackedError::Damaged { detail } => {
            format!(
                "압축이 손상되어 풀 수 없음({detail}). 다시 내려받거나 직접 압축을 풀어 CSV 파일을 골라야 함"
            )
        }
        PackedError::NoTable { names } if names.is_empty() => "압축 파일이 비어 있음".to_owned(),
        PackedError::NoTable { names } => {
            format!(
                "압축 파일에 CSV 파일이 없음. 들어 있는 파일: {}",
                names.join(", ")
            )
        }
        PackedError::OtherFormat { format } => {
            format!("{format} 형식은 읽지 못함. CSV UTF-8 또는 XLSX로 저장한 파일이 필요함")
        }
        PackedError::NoSuchTable { name, tables } => {
            format!("‘{name}’ 표가 없음. 들어 있는 표: {}", tables.join(", "))
        }
        PackedError::NoSuchEntry { index } => {
            format!("압축 파일에 {}번째 표가 없음", index.saturating_add(1))
        }
        PackedError::Encrypted { name } => {
            format!("‘{name}’에 암호가 걸려 있음. 암호를 풀어 CSV로 저장한 파일이 필요함")
        }
        PackedError::UnsupportedMethod { name, method } => format!(
            "‘{name}’의 압축 방식({method})은 지원하지 않음. 직접 압축을 풀어 CSV 파일을 골라야 함"
        ),
        PackedError::TooLarge { name, limit } if name.is_empty() => {
            format!(
                "압축을 풀면 {}를 넘음. 직접 압축을 풀어 CSV 파일을 골라야 함",
                mebibytes(*limit)
            )
        }
        PackedError::TooLarge { name, limit } => format!(
            "‘{name}’의 압축을 풀면 {}를 넘음. 직접 압축을 풀어 CSV 파일을 골라야 함",
            mebibytes(*limit)
        ),
        PackedError::NoHeader { sheets } => format!(
            "‘Model’과 ‘Publication date’ 열이 있는 시트가 없음. 찾은 시트: {}",
            sheets.join(", ")
        ),
        PackedError::NoReader { detail } => format!(
            "압축을 푸는 모듈을 불러오지 못함({detail}). 다시 시도하거나 직접 압축을 풀어 CSV 파일을 골라야 함"
        ),
        PackedError::DamagedSheet { sheet, detail } => format!(
            "‘{sheet}’ 시트를 읽을 수 없음({detail}). 엑셀에서 ‘CSV UTF-8’ 형식으로 저장한 파일이 필요함"
        ),
    }
}

fn packed_en(error: &PackedError) -> String {
    match error {
        PackedError::Truncated => {
            "the file is cut off; it was probably not downloaded whole, so download it again"
                .to_owned()
        }
        PackedError::Damaged { detail } => {
            format!(
                "it is damaged and cannot be unpacked ({detail}); download it again, or unpack it yourself and choose the CSV file"
            )
        }
        PackedError::NoTable { names } if names.is_empty() => "the archive is empty".to_owned(),
        PackedError::NoTable { names } => {
            format!(
                "there is no CSV file in the archive, only {}",
                names.join(", ")
            )
        }
        PackedError::OtherFormat { format } => {
            format!("{format} files are not read; save it as CSV UTF-8 or XLSX")
        }
        PackedError::NoSuchTable { name, tables } => format!(
            "there is no table “{name}”; there are: {}",
            tables.join(", ")
        ),
        PackedError::NoSuchEntry { index } => {
            format!(
                "the archive has no table number {}",
                index.saturating_add(1)
            )
        }
        PackedError::Encrypted { name } => {
            format!("“{name}” needs a password; save it as CSV without one")
        }
        PackedError::UnsupportedMethod { name, method } => format!(
            "“{name}” is packed by {method}, which is not supported; unpack it yourself and choose the CSV file"
        ),
        PackedError::TooLarge { name, limit } if name.is_empty() => format!(
            "it unpacks to more than {}; unpack it yourself and choose the CSV file",
            mebibytes(*limit)
        ),
        PackedError::TooLarge { name, limit } => format!(
            "“{name}” unpacks to more than {}; unpack it yourself and choose the CSV file",
            mebibytes(*limit)
        ),
        PackedError::NoHeader { sheets } => format!(
            "no sheet has a header with the columns “Model” and “Publication date”; found: {}",
            sheets.join(", ")
        ),
        PackedError::NoReader { detail } => format!(
            "what unpacks it could not be loaded ({detail}); try again, or unpack it yourself and choose the CSV file"
        ),
        PackedError::DamagedSheet { sheet, detail } => format!(
            "the sheet “{sheet}” cannot be read ({detail}); save it from Excel as CSV UTF-8"
        ),
    }
}

fn mebibytes(bytes: u64) -> String {
    format!("{}MB", bytes >> 20)
}
