//! What the dialog for sharing and embedding says.

use crate::language::{Language, Words};

/// What the button says that opens it.
pub const SHARE: Words = Words {
    ko: "공유·넣기",
    en: "Share / embed",
};

/// Its texts.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct ShareText {
    pub title: &'static str,
    pub lead: &'static str,
    pub guide: &'static str,
    pub view: &'static str,
    pub whole_page: &'static str,
    pub parts: &'static str,
    pub both: &'static str,
    pub chart: &'static str,
    pub table: &'static str,
    pub notes: &'static str,
    pub data: &'static str,
    pub live: &'static str,
    pub live_hint: &'static str,
    pub frozen: &'static str,
    pub frozen_hint: &'static str,
    pub own_file: &'static str,
    pub own_definition: &'static str,
    pub no_site: &'static str,
    pub link: &'static str,
    pub frame: &'static str,
    pub frame_hint: &'static str,
    pub frame_and_script: &'static str,
    pub frame_and_script_hint: &'static str,
    pub element: &'static str,
    pub element_hint: &'static str,
    pub copy: &'static str,
    pub preview: &'static str,
    pub width: &'static str,
    pub pixels: &'static str,
    pub from_host: &'static str,
    /// What stands in for a frame; `{title}` is the part's.
    pub open_part: &'static str,
}

/// The texts in a language.
#[must_use]
pub fn share(language: Language) -> &'static ShareText {
    match language {
        Language::Ko => &KO,
        Language::En => &EN,
    }
}

static KO: ShareText = ShareText {
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
    open_part: "{title} 열기",
};

static EN: ShareText = ShareText {
    title: "Share, or embed in another page",
    lead: "Send what is shown as a link, or copy one of these codes into a page of another site",
    guide: "Guide to embedding (new tab)",
    view: "Part",
    whole_page: "The whole report",
    parts: "Content",
    both: "Chart and table",
    chart: "Chart only",
    table: "Table only",
    notes: "With notes",
    data: "Data",
    live: "Live",
    live_hint: "Names only what you chose: changes with the site's data",
    frozen: "Frozen as it is now",
    frozen_hint: "Names data, definition and period with their fingerprints; the frame says so if they ever differ",
    own_file: "A link or code cannot carry the contents of your file “{name}”. Put the file on the web and name its address in src: for a frame alone, on the same site as this page; for the element model-census, on the embedding page's site or wherever CORS allows it",
    own_definition: "Your changes to the definition are too long for a code. Save the definition as a file, put it on the web, and name its address in definition",
    no_site: "This page was opened without a web address: put the address where it is published in place of https://HOST/PATH/",
    link: "Link to this part",
    frame: "Frame (iframe) alone",
    frame_hint: "Works in systems that strip scripts; its height is the one written",
    frame_and_script: "Frame and script",
    frame_and_script_hint: "The frame gets the height of its content",
    element: "Element model-census",
    element_hint: "Gets the height of its content, has attributes and events, and shows a picture or a link where there is no script",
    copy: "Copy",
    preview: "Preview",
    width: "Width",
    pixels: "{n} px",
    from_host: "Data provided by {origin}, {name}",
    open_part: "Open {title}",
};
