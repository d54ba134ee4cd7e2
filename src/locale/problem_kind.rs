//! Kinds of problems, as headings.

use crate::dataset::Code;

use crate::language::{Language, Words};

/// What problems of a kind have in common.
#[must_use]
pub fn problem_kind(code: Code, language: Language) -> &'static str {
    let (ko, en) = match code {
        Code::MissingColumn => ("없는 열", "Missing columns"),
        Code::ColumnReplaced => (
            "정의의 값으로 대신한 열",
            "Columns replaced by the definition",
        ),
        Code::MissingAttribute => ("비워 둔 속성 열", "Attributes left blank"),
        Code::RepeatedColumn => ("중복된 열", "Repeated columns"),
        Code::LinesAboveHeader => ("머리글 위의 행", "Rows above the header"),
        Code::SplitHeader => ("두 행에 걸친 머리글", "Headers of two rows"),
        Code::MissingName => ("모델명이 없는 행", "Rows without a model name"),
        Code::MissingDate => ("날짜가 없는 행", "Rows without a date"),
        Code::UnreadableDate => ("읽을 수 없는 날짜", "Unreadable dates"),
        Code::ImplausibleDate => ("있을 수 없는 날짜", "Implausible dates"),
        Code::ImpreciseDate => ("반기를 알 수 없는 날짜", "Dates without a half-year"),
        Code::AmbiguousDate => ("월과 일이 모호한 날짜", "Dates with month or day in doubt"),
        Code::AmbiguousYear => ("연도가 모호한 날짜", "Dates with the year in doubt"),
        Code::ZonedTime => ("시간대가 있는 시각", "Times with a zone"),
        Code::ImputedDate => ("월을 채워 넣은 날짜", "Dates with a month filled in"),
        Code::DoubtfulFileDate => ("믿을 수 없는 파일명 날짜", "File dates in doubt"),
        Code::ReformattedDate => ("형식이 바뀐 날짜", "Dates in another form"),
        Code::UnreadableNumber => ("읽을 수 없는 수", "Unreadable numbers"),
        Code::NumberList => ("한 칸에 든 여러 수", "Several numbers in a cell"),
        Code::AmbiguousNumber => ("점의 뜻이 모호한 수", "Numbers with a dot in doubt"),
        Code::BlankMark => ("빈칸을 뜻하는 표시", "Marks of a missing value"),
        Code::NegativeNumber => ("음수", "Numbers below zero"),
        Code::ImplausibleNumber => ("있을 수 없는 수", "Implausible numbers"),
        Code::ReformattedNumber => ("형식이 바뀐 수", "Numbers in another form"),
        Code::RoundedNumber => ("엑셀이 반올림한 수", "Numbers rounded by Excel"),
        Code::LostLetter => ("사라진 글자", "Lost letters"),
        Code::RaggedRecord => ("칸 수가 다른 행", "Rows of another length"),
        Code::GarbledText => ("바로잡은 깨진 글자", "Garbled text put right"),
        Code::InvisibleLetters => ("보이지 않는 글자", "Invisible letters"),
        Code::StrayQuote => ("짝이 없는 따옴표", "Stray quotation marks"),
        Code::EscapedQuote => (
            "역슬래시로 표시한 따옴표",
            "Quotation marks behind a backslash",
        ),
        Code::SwallowedLines => ("여러 줄을 삼킨 칸", "Cells that took other lines"),
        Code::UnclosedQuote => ("닫히지 않은 따옴표", "Unclosed quotation marks"),
        Code::OverlongCell => ("너무 긴 칸", "Overlong cells"),
        Code::DuplicateModel => ("중복된 모델", "Models listed twice"),
        Code::DifferingDuplicate => (
            "내용이 다른 중복 모델",
            "Models listed twice with different cells",
        ),
        Code::SimilarModel => ("거의 같은 모델명", "Names that are nearly equal"),
        Code::OtherSheets => ("읽지 않은 시트", "Sheets that are not read"),
        Code::MergedCells => ("병합된 칸", "Merged cells"),
        Code::SpacedLists => (
            "쉼표와 빈칸으로 이은 목록",
            "Lists joined by comma and space",
        ),
        Code::CommaInName => ("쉼표가 든 이름", "Names with a comma"),
        Code::UndecodableText => ("인코딩에 맞지 않는 글자", "Text outside the encoding"),
        Code::UnmappedOrganization => (
            "정의에 없는 조직",
            "Organisations unknown to the definition",
        ),
        Code::CountryByIso => ("ISO 3166으로 알아본 국가", "Countries known by ISO 3166"),
        Code::UnmappedCountry => ("알 수 없는 국가", "Unknown countries"),
        Code::UnmappedDomain => ("정의에 없는 분야", "Domains unknown to the definition"),
        Code::UnmappedTask => ("정의에 없는 과업유형", "Tasks unknown to the definition"),
        Code::UnmappedOrganizationCategory => (
            "정의에 없는 조직 유형",
            "Types of organisation unknown to the definition",
        ),
        Code::UnmappedConfidence => ("정의에 없는 신뢰도", "Confidence unknown to the definition"),
        Code::UnmappedAccessibility => (
            "정의에 없는 접근성",
            "Terms of access unknown to the definition",
        ),
        Code::AmbiguousCountry => (
            "국가가 모호한 조직",
            "Organisations with countries in doubt",
        ),
    };
    Words { ko, en }.get(language)
}
