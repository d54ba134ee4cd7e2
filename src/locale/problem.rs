//! Problems as sentences: what, where, what to do.
//!
//! Long because every kind has its sentence here, in both languages.

use crate::dataset::{Code, Problem};

use crate::language::Language;

/// How many letters of a value a sentence quotes.
const LONGEST: usize = 60;

/// A problem as a sentence.
#[must_use]
pub fn problem(problem: &Problem, language: Language) -> String {
    let problem = &shortened(problem);
    let what = match language {
        Language::Ko => what_ko(problem),
        Language::En => what_en(problem),
    };
    let what = with_suggestion(what, problem, language);
    let Some(record) = problem.first().map(|place| place.record) else {
        return what;
    };
    let more = problem.count.saturating_sub(1);
    match (language, more) {
        (Language::Ko, 0) => format!("{record}행: {what}"),
        (Language::Ko, _) => format!("{record}행 외 {more}개 행: {what}"),
        (Language::En, 0) => format!("Row {record}: {what}"),
        (Language::En, 1) => format!("Row {record} and 1 more: {what}"),
        (Language::En, _) => format!("Row {record} and {more} more: {what}"),
    }
}

/// With a value and column that are read at a glance: a cell may be a page.
fn shortened(problem: &Problem) -> Problem {
    let short = |text: &str| -> String {
        if text.chars().count() <= LONGEST {
            return text.to_owned();
        }
        text.chars().take(LONGEST).chain(['…']).collect()
    };
    Problem {
        value: short(&problem.value),
        column: short(&problem.column),
        ..problem.clone()
    }
}

fn with_suggestion(what: String, problem: &Problem, language: Language) -> String {
    match (&problem.suggestion, language) {
        (None, _) => what,
        (Some(known), Language::Ko) => format!("{what}. 가장 가까운 값: ‘{known}’"),
        (Some(known), Language::En) => format!("{what}. Nearest known: “{known}”"),
    }
}

fn what_ko(problem: &Problem) -> String {
    let Problem {
        column,
        value,
        count,
        ..
    } = problem;
    let lines = problem.lines();
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
            "‘{column}’ 열의 칸이 닫히지 않는 따옴표로 시작함(‘{value}’). 표준대로 읽으면 아래 {lines}줄이 이 칸에 묻히므로 따옴표를 글자로 읽음"
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
        Code::UnmappedOrganization if !problem.lacking().is_empty() => format!(
            "정의에 없는 조직 ‘{value}’: 내보내기 파일에 {} 열이 없어 해당 내용은 알 수 없음",
            problem.lacking().join(", ")
        ),
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
        Code::AmbiguousCountry => format!(
            "조직 ‘{value}’의 국가를 가려낼 수 없어 ‘{column}’ 열의 모든 국가에 셈. 정의에 본국을 추가하면 해결됨"
        ),
    }
}

fn what_en(problem: &Problem) -> String {
    let Problem {
        column,
        value,
        count,
        ..
    } = problem;
    let lines = problem.lines();
    match problem.code {
        Code::MissingColumn => {
            format!("the export has no column “{column}”; what needs it is not computed")
        }
        Code::ColumnReplaced => format!(
            "the export has no column “{column}”; what the definition knows of each organisation is used instead"
        ),
        Code::MissingAttribute => {
            format!("the export has no column “{column}”; lists of models leave it blank")
        }
        Code::RepeatedColumn => {
            format!("column “{column}” holds the same fact as “{value}”; only the first is used")
        }
        Code::MissingName => format!("no model name in column “{column}”; left out"),
        Code::MissingDate => format!("“{value}” has no date in column “{column}”; left out"),
        Code::LinesAboveHeader => {
            format!("{count} rows above the header are passed over (the first: “{value}”)")
        }
        Code::SplitHeader => {
            format!("the header takes two rows, read as one (the second: “{value}”)")
        }
        Code::ImplausibleDate => format!(
            "column “{column}”: the date “{value}” is before 1950 or after next year; kept as it is, check it"
        ),
        Code::ImpreciseDate => format!(
            "column “{column}”: dates without a month do not tell their half-year; left out. A period of whole years counts them"
        ),
        Code::AmbiguousYear => format!(
            "column “{column}”: in dates such as “{value}” year and day cannot be told apart; read as {}, check the years",
            problem.read_as()
        ),
        Code::ZonedTime => format!(
            "column “{column}”: {count} of {} dates have a time other than midnight with a zone, such as “{value}”; read as they stand, though elsewhere it may be the next day, or year",
            problem.of()
        ),
        Code::ImputedDate => format!(
            "column “{column}”: 1 July is what Epoch AI writes where the month is not known; such models count in the second half-year"
        ),
        Code::DoubtfulFileDate => format!(
            "the date in the file’s name ({value}) is yet to come or more than a year after the latest publication; not taken for the snapshot’s"
        ),
        Code::AmbiguousDate => format!(
            "column “{column}”: in dates such as “{value}” month and day cannot be told apart; read with the month first. Years are not affected"
        ),
        Code::ReformattedDate => format!(
            "column “{column}”: dates are written as a spreadsheet does, such as “{value}”; read {}",
            match problem.read_as() {
                "" => "in that form".to_owned(),
                read_as => format!("as {read_as}"),
            }
        ),
        Code::UnreadableDate => format!(
            "column “{column}”: expected a date such as 2023-11-06, 2023-11 or 2023, found “{value}”; left out"
        ),
        Code::UnreadableNumber => format!(
            "column “{column}”: expected a number such as 2.1e25 or 70000000000, found “{value}”; taken as unknown"
        ),
        Code::NumberList => format!(
            "column “{column}”: several numbers in one cell (“{value}”); taken as unknown"
        ),
        Code::AmbiguousNumber => format!(
            "column “{column}”: the dot of “{value}” may part thousands or decimals; read as decimals"
        ),
        Code::BlankMark => format!(
            "column “{column}”: what says that there is no value, such as “{value}”, is taken as blank"
        ),
        Code::NegativeNumber => {
            format!("column “{column}”: “{value}” is below zero; taken as unknown")
        }
        Code::ImplausibleNumber => format!(
            "column “{column}”: “{value}” is beyond what there can be; kept as it is, check it"
        ),
        Code::ReformattedNumber => format!(
            "column “{column}”: numbers such as “{value}” have commas for thousands or decimals; read without them"
        ),
        Code::RoundedNumber => format!(
            "column “{column}”: numbers such as “{value}” are stored as Excel shows them, with three digits; models near the threshold may differ from the original"
        ),
        Code::LostLetter => format!(
            "column “{column}”: “{value}” has a question mark for a letter, as Excel writes what CP949 lacks; save the original as CSV UTF-8"
        ),
        Code::GarbledText => format!(
            "column “{column}”: “{value}” was UTF-8 read in another encoding; put right as “{}”",
            problem.read_as()
        ),
        Code::InvisibleLetters => format!(
            "column “{column}”: letters that cannot be seen, as in “{value}”, are taken out"
        ),
        Code::StrayQuote => format!(
            "column “{column}”: a cell begins with a quotation mark that closes nowhere (“{value}”); it would have taken {lines} more lines, so the mark is read as text"
        ),
        Code::EscapedQuote => {
            "quotation marks inside cells stand behind a backslash (\\\"); read as text, not as the end of the cell".to_owned()
        }
        Code::SwallowedLines => format!(
            "column “{column}”: the quotes of “{value}” take {lines} more lines and letters follow them; check the row’s quotation marks for rows that are missing"
        ),
        Code::UnclosedQuote => {
            "the file ends inside a quoted cell: all that follows was read as part of this row; check its quotation marks".to_owned()
        }
        Code::OverlongCell => {
            "a cell is longer than 64 KB; its end was not read. Check the row’s quotation marks".to_owned()
        }
        Code::RaggedRecord => format!(
            "the number of cells differs from the header’s (cells / header: {value}); check quotes and separators"
        ),
        Code::DuplicateModel => format!(
            "“{value}” has the same name, date and organisations as another row; counted once"
        ),
        Code::DifferingDuplicate => format!(
            "“{value}” has the same name, date and organisations as another row, but differs in {}; only the row with more cells filled in counts, check them",
            problem.differing().join(", ")
        ),
        Code::SimilarModel => format!(
            "“{value}” differs from “{}” only by case, hyphens or spaces and is probably the same model; counted by itself, check it",
            problem.like()
        ),
        Code::OtherSheets => format!(
            "the sheet “{}” of the workbook is read; other sheets with a header are not: {value}",
            problem.read_as()
        ),
        Code::MergedCells => format!(
            "the values of {count} merged cells, such as “{value}”, are taken for all their rows"
        ),
        Code::SpacedLists => {
            format!("values in column “{column}” are joined by comma and space; split at those too")
        }
        Code::CommaInName => {
            format!("column “{column}”: “{value}” was read as one name with a comma in it")
        }
        Code::UndecodableText => format!(
            "column “{column}”: “{value}” holds text that this encoding does not have; choose another encoding, or save the file as CSV UTF-8"
        ),
        Code::UnmappedOrganization if !problem.lacking().is_empty() => format!(
            "the definition does not know the organisation “{value}”, and the export has no column {} that would tell",
            problem.lacking().join(", ")
        ),
        Code::UnmappedOrganization => format!(
            "the definition does not know the organisation “{value}”; its country and type are taken from the export"
        ),
        Code::CountryByIso => format!(
            "the definition does not know the country “{value}”; counted by its ISO 3166 name"
        ),
        Code::UnmappedCountry => {
            format!("the definition does not know the country “{value}”; counted as it is")
        }
        Code::UnmappedDomain => {
            format!("the definition does not know the domain “{value}”; counted as it is")
        }
        Code::UnmappedTask => {
            format!("the definition does not know the task “{value}”; counted as it is")
        }
        Code::UnmappedOrganizationCategory => format!(
            "the definition does not know the type of organisation “{value}”; counted as it is"
        ),
        Code::UnmappedConfidence => format!(
            "the definition does not know the confidence “{value}”; counted as it is"
        ),
        Code::UnmappedAccessibility => format!(
            "the definition does not know the terms of access “{value}”; counted as they are"
        ),
        Code::AmbiguousCountry => format!(
            "which country belongs to “{value}” cannot be told; it counts for all in column “{column}”. Add its home country to the definition"
        ),
    }
}
