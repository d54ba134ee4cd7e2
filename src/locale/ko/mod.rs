//! Korean: what is said of values; `text.rs` has the page’s texts,
//! `problem.rs` what was wrong with a file, `phrases.rs` the report’s sentences.
//!
//! Long because all that a language says of values stands in one file.

mod columns;
mod json_reason;
mod later;
mod particle;
mod phrases;
mod problem;
mod text;

use crate::dataset::{ListKind, OtherTable, PackedError, ReadError};
use crate::definition::{DefinitionError, Fault, Period, SCHEMA, Span};
use crate::sensitivity::Choice;

use super::files::FileTexts;
use super::handed::NotHanded;
use super::number::mebibytes;
use super::share::ShareText;
use super::verification::VerificationText;

pub(super) use json_reason::json_reason;
pub(super) use later::{COVERAGE, MORE, MOVED};
pub(crate) use particle::is_particle;
pub use particle::particle;
pub(super) use phrases::PHRASES;
pub(super) use problem::{problem_kind, problem_message};
pub(super) use text::TEXT;

pub(super) fn year(year: i16) -> String {
    format!("{year}년")
}

pub(super) fn span(span: Span) -> String {
    let year = year(span.year());
    match span.half() {
        None => year,
        Some(1) => format!("{year} 상반기"),
        Some(_) => format!("{year} 하반기"),
    }
}

pub(super) fn whole_period(period: Period) -> String {
    let (first, last) = (period.first(), period.last());
    if period.is_by_half() {
        format!("{}~{}", span(first), span(last))
    } else {
        format!("{first}~{last}년")
    }
}

pub(super) fn read_error(error: &ReadError) -> String {
    match error {
        ReadError::Empty => "파일이 비어 있음".to_owned(),
        ReadError::NotText { format } => {
            format!("CSV 텍스트가 아님({format}). CSV UTF-8 형식으로 저장한 파일이 필요함")
        }
        ReadError::MissingColumn { field, found } => format!(
            "앞쪽 20개 행에서 ‘{}’ 열이 있는 머리글을 찾지 못함. 찾은 열: {}",
            field.header(),
            found.join(", ")
        ),
        ReadError::OtherTable { table } => format!(
            "Epoch AI의 {} 자료이며 모델 목록이 아님. epoch.ai/data/ai-models에서 ‘large-scale’ 모델 목록을 내려받아야 함",
            match table {
                OtherTable::Hardware => "하드웨어",
                OtherTable::Clusters => "GPU 클러스터",
                OtherTable::Benchmarks => "벤치마크(모델 버전별)",
            }
        ),
        ReadError::NoRecords => "머리글 아래에 자료 행이 없음".to_owned(),
        ReadError::Packed(error) => packed(error),
    }
}

fn packed(error: &PackedError) -> String {
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

pub(super) fn definition_error(error: &DefinitionError) -> String {
    match error {
        DefinitionError::Malformed { path, reason } if path.is_empty() => {
            format!("정의 파일의 형식이 아님({})", json_reason(reason))
        }
        DefinitionError::Malformed { path, reason } => {
            let reason = json_reason(reason);
            format!("‘{path}’의 값이 맞지 않음({reason}). 이 값을 고친 뒤 다시 불러와야 함")
        }
        DefinitionError::UnknownSchema { found } => {
            format!("형식 ‘{found}’: 이 페이지는 {SCHEMA}까지 읽을 수 있음")
        }
        DefinitionError::Several(all) => {
            let all: Vec<String> = all.iter().map(definition_error).collect();
            format!("{}가지를 고쳐야 함: {}", all.len(), all.join(" / "))
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
                Fault::UnknownValue { value, nearest } => {
                    let nearest = nearest.iter();
                    let nearest: String = nearest
                        .map(|name| format!(". 가장 가까운 값: ‘{name}’"))
                        .collect();
                    format!("알 수 없는 값 ‘{value}’{nearest}")
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

pub(super) fn not_handed(problem: &NotHanded) -> String {
    match problem {
        NotHanded::Nothing => {
            "이 틀을 넣은 페이지가 정해진 시간 안에 파일을 넘겨주지 않음".to_owned()
        }
        NotHanded::Refused { address, reason } => format!(
            "‘{address}’ 파일을 가져오지 못함({reason}). 주소와 서버의 CORS 설정을 확인해야 함"
        ),
        NotHanded::OtherSite { address } => format!(
            "‘{address}’ 파일은 다른 사이트에 있어 이 틀이 직접 가져올 수 없음. model-census 요소를 쓰거나 이 페이지와 같은 사이트에 두어야 함"
        ),
        NotHanded::NoDefinition { address, error } => format!(
            "‘{address}’ 파일을 정의로 읽을 수 없음: {}",
            definition_error(error)
        ),
    }
}

pub(super) const FILES: FileTexts = FileTexts {
    lead: "지금 화면의 자료, 정의, 기간, 필터, 언어로 만듦. 파일마다 출처와 이용 조건, 자료의 기준일, 정의, 작성일이 들어감",
    reports: "보고서 전체",
    numbers: "수치와 자료",
    docx: "Word 문서(DOCX)",
    hwpx: "한글 문서(HWPX)",
    html: "HTML 파일 하나",
    print: "인쇄 또는 PDF",
    xlsx: "모든 표(XLSX)",
    json: "모든 수치(JSON)",
    models_csv: "정리한 모델 자료(CSV)",
    models_jsonl: "정리한 모델 자료(JSON Lines)",
    package: "모두 묶음(ZIP)",
    annexes: "더 넣을 장(보고서·XLSX·묶음)",
    annex: "부록 {n}. {title}",
    making: "만드는 중: {name}…",
    made: "저장함: {name}",
    failed: "만들지 못함: {name}({reason})",
    package_about: "이 묶음의 파일",
    holds_report: "보고서 전체",
    holds_workbook: "모든 표와 모델, 그래프 포함",
    holds_json: "모든 수치(docs/json.md의 형식)",
    holds_cells: "모든 표의 칸, 한 줄에 하나",
    holds_models: "정리한 모델 자료, 최신 열 이름",
    holds_model_lines: "같은 자료, 한 줄에 한 모델",
    holds_definition: "판단 기준(정의)",
    holds_verification: "발간본과의 대조",
    holds_diagnostics: "자료의 진단",
    holds_figure: "그림",
};

pub(super) fn list_name(kind: ListKind) -> Option<&'static str> {
    match kind {
        ListKind::Notable => Some("주목할 만한 모델"),
        ListKind::All => Some("모든 모델"),
        ListKind::Frontier => Some("프런티어 모델"),
        ListKind::LargeScale | ListKind::Unknown => None,
    }
}

pub(super) fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Definition => "정의대로(공동개발은 각각 1로 계산)",
        Choice::Fractional => "공동개발을 나누어 계산(분수)",
        Choice::FirstDeveloper => "첫 번째 개발주체만 계산",
        Choice::HomeCountry => "조직의 본국 기준",
        Choice::AsExported => "내보내기 파일의 국가 기준",
        Choice::ConfirmedCompute => "학습 연산량이 확인된 모델만",
        Choice::WithoutSpeculative => "신뢰도 ‘추측’ 제외",
        Choice::Threshold23 => "학습 연산량 1E+23 이상",
        Choice::Threshold24 => "학습 연산량 1E+24 이상",
        Choice::Threshold25 => "학습 연산량 1E+25 이상",
        Choice::DerivedByOwn => "파생 모델은 추가 학습 연산량으로",
        Choice::DerivedAsExported => "파생 모델도 파일의 학습 연산량으로",
        Choice::DerivedLeftOut => "파생 모델 제외",
        Choice::WithGroups => "기업집단으로 합산",
        Choice::WithoutGroups => "기업집단으로 합산하지 않음",
    }
}

pub(super) static VERIFICATION: VerificationText = VerificationText {
    equal: "일치",
    differs: "다름",
    contradicts: "발간본 자체 모순",
    not_derivable: "자료로 알 수 없음",
    all: "발간값 {n}개: {all}",
    all_and_shown: "발간값 {n}개: {all}(표에는 ‘{own}’ {of}개만 실음)",
    share: "비중(%)",
    growth: "연평균 증가율(%)",
    position: "제시 순서",
    holds: "모두 해당",
    order: "순서",
    shared: "중복",
    check_sum: "부분의 합 {sum}, 발간값 {printed}",
    check_share: "{part}/{whole} = {computed}%, 발간값 {printed}%{fits}",
    check_fits: "({part}/{fits}이면 {printed}%)",
    check_growth: "{from} → {to}: {computed}%, 발간값 {printed}%",
    none_before: "‘{claim}’: 표와 맞음",
    some_before: "‘{claim}’: 발간본의 표에는 있음({places})",
    no_dimension: "{line}번째 줄의 조건 ‘{text}’: ‘{part}’{은} 없는 차원임. 쓸 수 있는 것은 {names}임",
    no_condition: "{line}번째 줄의 조건 ‘{text}’: ‘{part}’{을} 알 수 없음. country=KOR, compute=1e24..1e25, text=gpt와 같이 써야 함",
    schema: "형식 ‘{found}’: 이 페이지가 읽는 형식은 {schema}임",
    syntax: "{line}번째 줄 {column}번째 글자에서 JSON 문법에 어긋남({reason}). 쉼표, 따옴표, 괄호를 고친 뒤 다시 불러와야 함",
    no_reason: "{line}번째 줄의 사유 ‘{name}’{은} ‘reasons’에 없음. 그 이름으로 사유를 적거나 여기서 지워야 함",
    no_address: "{line}번째 줄의 점검: ‘{address}’에 해당하는 수치가 이 파일에 없음. ‘표의 id/행의 영어 이름/열’이어야 함",
    in_line: "{line}번째 줄",
    at_path: "{line}번째 줄, ‘{path}’",
    missing: "{place}: ‘{key}’{이} 빠져 있음. 적은 뒤 다시 불러와야 함",
    unknown: "{place}: ‘{key}’{은} 쓰지 않는 이름임. 쓸 수 있는 것은 {known}임",
    wrong: "{place}: 값이 맞지 않음({reason}). 고친 뒤 다시 불러와야 함",
    unknown_data: "간행물의 자료 기준일이 알려져 있지 않아, 자료가 달라서인지 알 수 없음",
    older: "지금 자료는 발간본이 쓴 자료보다 {n}일 앞선 것이어서 수치가 다를 수 있음",
    younger: "지금 자료는 발간본이 쓴 자료보다 {n}일 뒤의 것이어서 수치가 다를 수 있음",
};

pub(super) static SHARE: ShareText = ShareText {
    title: "공유하거나 다른 페이지에 넣기",
    lead: "지금 보이는 대로 링크로 보내거나, 아래 코드를 복사하여 다른 사이트의 페이지에 넣을 수 있음",
    guide: "넣는 방법 안내(새 탭)",
    view: "넣을 부분",
    whole_page: "보고서 전체",
    parts: "내용",
    both: "그림과 표",
    chart: "그림만",
    table: "표만",
    notes: "주석 표시",
    data: "자료",
    live: "최신 유지",
    live_hint: "직접 고른 것만 적음. 사이트의 자료가 바뀌면 함께 바뀜",
    frozen: "지금 상태로 고정",
    frozen_hint: "자료, 정의, 시기와 각각의 지문을 적음. 나중에 달라지면 틀 안에 그렇다고 표시됨",
    own_file: "직접 연 파일 ‘{name}’의 내용은 링크나 코드에 담기지 않음. 파일을 웹에 올린 뒤 src에 그 주소를 적어야 함. 틀만 넣을 때는 이 페이지와 같은 사이트에, model-census 요소를 쓸 때는 넣는 페이지의 사이트나 CORS를 허용하는 곳에 올리면 됨",
    own_definition: "고친 정의가 길어 코드에 담기지 않음. 정의를 파일로 저장하여 웹에 올리고 definition에 그 주소를 적어야 함",
    no_site: "이 페이지는 웹 주소 없이 열려 있음. 코드의 https://HOST/PATH/를 페이지를 올린 주소로 바꾸어야 함",
    link: "이 부분으로 가는 링크",
    frame: "틀(iframe)만",
    frame_hint: "스크립트를 지우는 게시 시스템에서도 작동함. 높이는 적힌 대로임",
    frame_and_script: "틀과 스크립트",
    frame_and_script_hint: "틀의 높이가 내용에 맞추어짐",
    element: "model-census 요소",
    element_hint: "높이가 맞추어지고, 속성과 이벤트로 다룰 수 있으며, 스크립트가 없으면 그림이나 링크가 대신 보임",
    copy: "복사",
    preview: "미리 보기",
    width: "너비",
    pixels: "{n}px",
    from_host: "자료 제공: {origin}, {name}",
    not_here: "이 자리에 보일 수치가 오지 않았음",
    unmet: "필터 조건 ‘{part}’에 맞는 모델이 없음",
    unmet_nearest: "필터 조건 ‘{part}’에 맞는 모델이 없음. 가장 가까운 조건: {nearest}",
    open_part: "{title} 열기",
};
