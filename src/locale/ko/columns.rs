//! Korean: saying what a column means.

use crate::dataset::Field;
use crate::locale::columns::ColumnTexts;

pub(super) const COLUMNS: ColumnTexts = ColumnTexts {
    title: "쓰지 않은 열 {n}개의 뜻 정하기",
    lead: "알아보지 못한 열의 뜻을 고르면 그 뜻으로 파일을 다시 읽음. 선택은 정의와 링크에 남음",
    lacks: "이 파일에서 찾지 못한 항목: {facts}",
    header: "열 이름과 첫 값",
    meaning: "뜻",
    nothing: "쓰지 않음",
    taken: "{fact}(지금은 ‘{header}’ 열)",
    no_values: "값 없음",
    read: "이 뜻으로 다시 읽기",
    fact,
};

/// What a fact is called that a column can hold.
fn fact(field: Field) -> &'static str {
    match field {
        Field::Name => "모델 이름",
        Field::PublicationDate => "출시일",
        Field::Organization => "개발 조직",
        Field::Country => "개발 조직의 국가",
        Field::OrganizationCategory => "조직 유형",
        Field::Domain => "분야",
        Field::Task => "과업유형",
        Field::Parameters => "매개변수 수",
        Field::TrainingCompute => "학습 연산량(FLOP)",
        Field::DatasetSize => "학습 자료 규모",
        Field::TrainingHardware => "학습 하드웨어",
        Field::HardwareQuantity => "하드웨어 수",
        Field::Confidence => "추정의 신뢰도",
        Field::Accessibility => "공개 수준",
        Field::BaseModel => "기반 모델",
        Field::FinetuneCompute => "추가 학습 연산량(FLOP)",
    }
}
