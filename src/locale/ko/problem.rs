//! Korean: what was wrong with a file, where, and what to do.

use super::list_name;
use crate::dataset::{Code, Field, ListKind, Problem};
use crate::locale::shortened::shortened;

/// A problem as a sentence.
pub(in crate::locale) fn problem_message(problem: &Problem) -> String {
    let problem = &shortened(problem);
    let mut what = what(problem);
    if let Some(known) = &problem.suggestion {
        what = format!("{what}. 가장 가까운 값: ‘{known}’");
    }
    if problem.uncounted && problem.values() == 0 {
        what = format!("{what}. 분석 대상이 아닌 모델이어서 수치에 영향이 없음");
    }
    let Some(record) = problem.first().map(|place| place.record) else {
        return what;
    };
    match problem.count.saturating_sub(1) {
        0 => format!("{record}행: {what}"),
        more => format!("{record}행 외 {more}개 행: {what}"),
    }
}

fn what(problem: &Problem) -> String {
    let Problem {
        column,
        value,
        count,
        ..
    } = problem;
    let lines = problem.lines();
    if problem.values() > 0 {
        let (kind, values) = (problem_kind(problem.code), problem.values());
        return if problem.uncounted {
            format!("{kind} {values}개: 분석 대상이 아닌 모델에만 있어 수치에 영향이 없음")
        } else {
            format!("{kind}: 이 밖에 {values}개가 더 있음")
        };
    }
    match problem.code {
        Code::MissingColumn => {
            format!("내보내기 파일에 ‘{column}’ 열이 없어 이 열이 필요한 항목은 계산하지 않음")
        }
        Code::ColumnReplaced => {
            format!("내보내기 파일에 ‘{column}’ 열이 없어 정의에 적힌 조직별 값을 대신 사용함")
        }
        Code::MissingAttribute => {
            format!("내보내기 파일에 ‘{column}’ 열이 없어 모델 목록의 해당 칸을 비워 둠")
        }
        Code::DoubtfulCompute => format!(
            "‘{column}’ 열이 학습 연산량으로 보이나 단위를 알 수 없어 읽지 않으며, 학습 연산량을 모르는 모델을 세지 않음. FLOP이면 이 열의 뜻을 ‘학습 연산량’으로 정해야 함(--column \"{column}=training-compute\")"
        ),
        Code::UncheckedCompute => format!(
            "학습 연산량이 하나도 없어 초거대 AI 모델인지 확인하지 못한 채 모델 {count}개를 모두 셈. 초거대 AI 모델만의 목록이 아니면 수치가 맞지 않으며, 정의의 compute.unknown으로 정할 수 있음"
        ),
        Code::UnmetCondition => format!("필터 조건 ‘{value}’에 맞는 모델이 없음"),
        Code::RepeatedColumn => {
            format!("‘{column}’ 열은 ‘{value}’ 열과 같은 내용이어서 앞의 열만 사용함")
        }
        Code::MissingName => format!("‘{column}’ 열에 모델명이 없어 제외함"),
        Code::MissingDate => format!("‘{value}’ 모델은 ‘{column}’ 열에 날짜가 없어 제외함"),
        Code::LinesAboveHeader => {
            format!("머리글 위의 {count}개 행은 읽지 않음(첫 행: ‘{value}’)")
        }
        Code::SplitHeader => format!("머리글이 두 행에 걸쳐 있어 합쳐 읽음(둘째 행: ‘{value}’)"),
        Code::UnreadableDate => format!(
            "‘{column}’ 열에 날짜로 읽을 수 없는 값 ‘{value}’, 제외함. 2023-11-06, 2023-11, 2023 중 한 형식이어야 함"
        ),
        Code::ImplausibleDate => format!(
            "‘{column}’ 열의 날짜가 1950년 이전이거나 내년 이후임(‘{value}’). 그대로 두었으므로 원자료를 확인해야 함"
        ),
        Code::ImpreciseDate => format!(
            "‘{column}’ 열의 날짜에 월이 없어 어느 반기인지 알 수 없는 모델을 제외함. 연도 단위로 보면 계산에 포함됨"
        ),
        Code::AmbiguousYear => format!(
            "‘{column}’ 열의 날짜가 ‘{value}’처럼 연도와 일을 가릴 수 없는 형식임({}로 읽음). 연도를 확인해야 함",
            problem.read_as()
        ),
        Code::ZonedTime => format!(
            "‘{column}’ 열의 날짜 {}개 중 {count}개에 ‘{value}’처럼 자정이 아닌 시각과 시간대가 있음. 적힌 날짜를 그대로 썼으나, 한국 시각으로는 다음 날이나 다음 해일 수 있음",
            problem.of()
        ),
        Code::ImputedDate => format!(
            "‘{column}’ 열이 7월 1일인 모델은 월을 모를 때 Epoch AI가 채워 넣은 날짜일 수 있음. 하반기에 셈"
        ),
        Code::DoubtfulFileDate => format!(
            "파일명의 날짜({value})가 오늘보다 뒤이거나 가장 늦은 공개일보다 1년 넘게 뒤여서 자료 기준일로 쓰지 않음"
        ),
        Code::AmbiguousDate => format!(
            "‘{column}’ 열의 날짜가 ‘{value}’처럼 월과 일을 가릴 수 없는 형식임. 월이 앞에 있는 것으로 읽음. 연도에는 영향이 없음"
        ),
        Code::ReformattedDate => format!(
            "‘{column}’ 열의 날짜가 ‘{value}’처럼 스프레드시트 형식으로 바뀌어 있어 {}로 읽음",
            match problem.read_as() {
                "" => "해당 형식으",
                read_as => read_as,
            }
        ),
        Code::UnreadableNumber => format!(
            "‘{column}’ 열에 수로 읽을 수 없는 값 ‘{value}’, 미상으로 처리함. 2.1e25 또는 70000000000과 같은 형식이어야 함"
        ),
        Code::NumberList => {
            format!("‘{column}’ 열의 한 칸에 여러 수가 있음(‘{value}’), 미상으로 처리함")
        }
        Code::AmbiguousNumber => format!(
            "‘{column}’ 열의 ‘{value}’에서 점이 천 단위인지 소수점인지 알 수 없음. 소수점으로 읽음"
        ),
        Code::BlankMark => format!(
            "‘{column}’ 열에서 ‘{value}’처럼 값이 없음을 뜻하는 칸은 빈칸으로 처리함"
        ),
        Code::NegativeNumber => format!("‘{column}’ 열에 음수 ‘{value}’, 미상으로 처리함"),
        Code::ImplausibleNumber => format!(
            "‘{column}’ 열의 값이 있을 수 있는 범위를 벗어남(‘{value}’). 그대로 두었으므로 원자료를 확인해야 함"
        ),
        Code::ReformattedNumber => format!(
            "‘{column}’ 열의 수에 ‘{value}’처럼 천 단위 쉼표나 소수점 쉼표가 있어 이를 풀어 읽음"
        ),
        Code::RoundedNumber => format!(
            "‘{column}’ 열의 수가 ‘{value}’처럼 엑셀 표시 형식으로 저장되어 유효숫자 3자리 아래가 사라짐. 기준값에 가까운 모델은 원자료와 다를 수 있음"
        ),
        Code::LostLetter => format!(
            "‘{column}’ 열의 ‘{value}’에 글자 대신 물음표가 있음. 엑셀이 CP949에 없는 글자를 지운 것으로 보이며, ‘CSV UTF-8’ 형식으로 다시 저장하면 해결됨"
        ),
        Code::GarbledText => format!(
            "‘{column}’ 열에 UTF-8을 다른 인코딩으로 읽어 깨진 글자가 있어 바로잡음(‘{value}’ → ‘{}’)",
            problem.read_as()
        ),
        Code::InvisibleLetters => {
            format!("‘{column}’ 열의 ‘{value}’ 등에 보이지 않는 글자가 있어 빼고 읽음")
        }
        Code::StrayQuote => format!(
            "‘{column}’ 열의 칸이 같은 행에서 닫히지 않는 따옴표로 시작함(‘{value}’). 표준대로 읽으면 아래 {lines}줄이 이 칸에 묻히므로 따옴표를 글자로 읽음"
        ),
        Code::EscapedQuote => {
            "칸 안의 따옴표가 역슬래시와 함께 적혀 있어(\\\"), 칸의 끝이 아니라 글자로 읽음".to_owned()
        }
        Code::SwallowedLines => format!(
            "‘{column}’ 열의 칸(‘{value}’)이 따옴표 때문에 아래 {lines}줄까지 이어지고, 따옴표 뒤에 글자가 더 있음. 빠진 행이 있는지 이 행의 따옴표를 확인해야 함"
        ),
        Code::UnclosedQuote => {
            "따옴표가 닫히지 않은 채 파일이 끝나 뒤의 내용이 모두 이 행의 한 칸으로 읽힘. 이 행의 따옴표를 확인해야 함".to_owned()
        }
        Code::OverlongCell => {
            "한 칸이 너무 길어(64KB 초과) 뒷부분을 읽지 않음. 이 행의 따옴표를 확인해야 함".to_owned()
        }
        Code::RaggedRecord => format!(
            "칸 수가 머리글과 다름(칸 수 / 머리글: {value}). 따옴표나 구분 기호를 확인해야 함"
        ),
        Code::DuplicateModel => {
            format!("‘{value}’ 모델은 이름·날짜·조직이 같은 행이 또 있어 한 번만 계산함")
        }
        Code::DifferingDuplicate => format!(
            "‘{value}’ 모델은 이름·날짜·조직이 같은 행이 또 있고 내용이 다름({}). 더 많은 칸이 채워진 행만 계산하므로 원자료를 확인해야 함",
            problem.differing().join(", ")
        ),
        Code::SimilarModel => format!(
            "‘{value}’ 모델은 ‘{}’ 모델과 대소문자, 붙임표, 빈칸만 달라 같은 모델로 보임. 따로 셌으므로 확인해야 함",
            problem.like()
        ),
        Code::OtherSheets => format!(
            "통합 문서에서 ‘{}’ 시트를 읽음. 머리글이 있는 다른 시트는 읽지 않음: {value}",
            problem.read_as()
        ),
        Code::HiddenSheets => format!(
            "통합 문서의 ‘{}’ 시트를 읽음. 숨긴 시트는 읽지 않음: {value}",
            problem.read_as()
        ),
        Code::UncomputedFormulas => format!(
            "계산된 값이 저장되어 있지 않은 수식이 {count}칸 있어 빈칸으로 봄. 스프레드시트 프로그램에서 열어 다시 저장한 파일이 필요함"
        ),
        Code::MergedCells => format!(
            "병합된 칸 {count}곳(‘{value}’ 등)의 값을 그 칸이 걸친 모든 행의 값으로 읽음"
        ),
        Code::SpacedLists => {
            format!("‘{column}’ 열의 값들이 쉼표와 빈칸으로 이어져 있어 빈칸 앞의 쉼표에서도 나눔")
        }
        Code::CommaInName => {
            format!("‘{column}’ 열에서 쉼표가 든 ‘{value}’ 전체를 하나의 이름으로 읽음")
        }
        Code::UndecodableText => format!(
            "‘{column}’ 열의 ‘{value}’에 이 인코딩으로 읽을 수 없는 글자가 있음. 인코딩을 바꾸어 보거나 CSV UTF-8 형식으로 다시 저장해야 함"
        ),
        Code::UnmappedOrganization if !problem.lacking().is_empty() => {
            let lacking = problem.lacking();
            let has = |field: Field| !lacking.iter().any(|header| header == field.header());
            let told = match (has(Field::Country), has(Field::OrganizationCategory)) {
                (true, _) => "국가는 내보내기 파일의 값을 따르고, ",
                (_, true) => "유형은 내보내기 파일의 값을 따르고, ",
                _ => "",
            };
            format!(
                "정의에 없는 조직 ‘{value}’: {told}내보내기 파일에 {} 열이 없어 해당 내용은 알 수 없음",
                lacking.join(", ")
            )
        }
        Code::UnmappedOrganization => {
            format!("정의에 없는 조직 ‘{value}’: 국가와 유형은 내보내기 파일의 값을 따름")
        }
        Code::CountryByIso => {
            format!("정의에 없는 국가 ‘{value}’: ISO 3166의 국가명으로 알아보고 셈")
        }
        Code::UnmappedCountry => format!("정의에 없는 국가 ‘{value}’: 그대로 셈"),
        Code::UnmappedDomain => format!("정의에 없는 분야 ‘{value}’: 그대로 셈"),
        Code::UnmappedTask => format!("정의에 없는 과업유형 ‘{value}’: 그대로 셈"),
        Code::UnmappedOrganizationCategory => format!("정의에 없는 조직 유형 ‘{value}’: 그대로 셈"),
        Code::UnmappedConfidence => format!("정의에 없는 신뢰도 ‘{value}’: 그대로 셈"),
        Code::UnmappedAccessibility => format!("정의에 없는 접근성 ‘{value}’: 그대로 셈"),
        Code::OtherList => format!(
            "Epoch AI의 ‘{}’ 목록으로 보임. 크기와 관계없이 모은 목록이므로 학습 연산량이 기준 이상으로 알려진 모델만 세며, 대규모 모델 목록을 센 IS-178과 그대로 비교할 수 없음",
            ListKind::from_id(value).and_then(list_name).unwrap_or("")
        ),
        Code::AmbiguousCountry => format!(
            "조직 ‘{value}’의 국가를 가려낼 수 없어 ‘{column}’ 열의 모든 국가에 셈. 정의에 본국을 추가하면 해결됨"
        ),
    }
}

/// What problems of a kind have in common.
pub(in crate::locale) fn problem_kind(code: Code) -> &'static str {
    match code {
        Code::SplitHeader => "두 행에 걸친 머리글",
        Code::GarbledText => "바로잡은 깨진 글자",
        Code::InvisibleLetters => "보이지 않는 글자",
        Code::DifferingDuplicate => "내용이 다른 중복 모델",
        Code::SimilarModel => "거의 같은 모델명",
        Code::OtherSheets => "읽지 않은 시트",
        Code::HiddenSheets => "숨긴 시트",
        Code::UncomputedFormulas => "값이 없는 수식",
        Code::MergedCells => "병합된 칸",
        Code::UnmappedConfidence => "정의에 없는 신뢰도",
        Code::UnmappedAccessibility => "정의에 없는 접근성",
        Code::BlankMark => "빈칸을 뜻하는 표시",
        Code::AmbiguousNumber => "점의 뜻이 모호한 수",
        Code::NumberList => "한 칸에 든 여러 수",
        Code::DoubtfulFileDate => "믿을 수 없는 파일명 날짜",
        Code::ImputedDate => "월을 채워 넣은 날짜",
        Code::ZonedTime => "시간대가 있는 시각",
        Code::AmbiguousYear => "연도가 모호한 날짜",
        Code::MissingColumn => "없는 열",
        Code::ColumnReplaced => "정의의 값으로 대신한 열",
        Code::MissingAttribute => "비워 둔 속성 열",
        Code::DoubtfulCompute => "단위를 알 수 없는 학습 연산량",
        Code::UncheckedCompute => "확인하지 못한 학습 연산량",
        Code::UnmetCondition => "맞는 모델이 없는 필터 조건",
        Code::RepeatedColumn => "중복된 열",
        Code::LinesAboveHeader => "머리글 위의 행",
        Code::MissingName => "모델명이 없는 행",
        Code::MissingDate => "날짜가 없는 행",
        Code::UnreadableDate => "읽을 수 없는 날짜",
        Code::ImplausibleDate => "있을 수 없는 날짜",
        Code::ImpreciseDate => "반기를 알 수 없는 날짜",
        Code::AmbiguousDate => "월과 일이 모호한 날짜",
        Code::ReformattedDate => "형식이 바뀐 날짜",
        Code::UnreadableNumber => "읽을 수 없는 수",
        Code::NegativeNumber => "음수",
        Code::ImplausibleNumber => "있을 수 없는 수",
        Code::ReformattedNumber => "형식이 바뀐 수",
        Code::RoundedNumber => "엑셀이 반올림한 수",
        Code::LostLetter => "사라진 글자",
        Code::RaggedRecord => "칸 수가 다른 행",
        Code::StrayQuote => "짝이 없는 따옴표",
        Code::EscapedQuote => "역슬래시로 표시한 따옴표",
        Code::SwallowedLines => "여러 줄을 삼킨 칸",
        Code::UnclosedQuote => "닫히지 않은 따옴표",
        Code::OverlongCell => "너무 긴 칸",
        Code::DuplicateModel => "중복된 모델",
        Code::SpacedLists => "쉼표와 빈칸으로 이은 목록",
        Code::CommaInName => "쉼표가 든 이름",
        Code::UndecodableText => "인코딩에 맞지 않는 글자",
        Code::UnmappedOrganization => "정의에 없는 조직",
        Code::CountryByIso => "ISO 3166으로 알아본 국가",
        Code::UnmappedCountry => "알 수 없는 국가",
        Code::UnmappedDomain => "정의에 없는 분야",
        Code::UnmappedTask => "정의에 없는 과업유형",
        Code::UnmappedOrganizationCategory => "정의에 없는 조직 유형",
        Code::AmbiguousCountry => "국가가 모호한 조직",
        Code::OtherList => "대규모 모델 목록이 아닌 파일",
    }
}
