//! The rows of a long table that are built: those in view, and the one that
//! holds the focus. Arrows, pages, Home and End walk over all of them.

use std::ops::Range;

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Up to so many rows are built all, each as high as its text.
const WHOLE: usize = 200;
/// How many rows are built beyond what is in view, on either side: also the
/// step in which the window moves.
const BEYOND: usize = 10;
/// The height of a row and of the frame until they are measured.
const GUESSED: (f64, f64) = (80.0, 800.0);

/// What stands in the table's body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Item {
    /// The row of this position.
    Row(usize),
    /// As much room as these rows would take.
    Gap(Range<usize>),
}

/// Which rows of a table are built.
#[derive(Clone, Copy, Debug)]
pub(super) struct LongRows {
    /// What scrolls.
    pub frame: NodeRef<Div>,
    /// Whether rows are left out, so that all must be of one height.
    pub is_long: Memo<bool>,
    count: Signal<usize>,
    first_in_view: RwSignal<usize>,
    row_height: RwSignal<f64>,
    frame_height: RwSignal<f64>,
    /// The row that the Tab key stops at.
    current: RwSignal<usize>,
}

impl LongRows {
    /// A table of so many rows, of which the Tab key stops at one.
    pub fn new(count: Signal<usize>, current: RwSignal<usize>) -> Self {
        let (row_height, frame_height) = GUESSED;
        let printing = RwSignal::new(false);
        let own = Self {
            frame: NodeRef::new(),
            is_long: Memo::new(move |_| count.get() > WHOLE && !printing.get()),
            count,
            first_in_view: RwSignal::new(0),
            row_height: RwSignal::new(row_height),
            frame_height: RwSignal::new(frame_height),
            current,
        };
        let print = move |begins| {
            move |_: &web_sys::Event| {
                printing.try_set(begins);
            }
        };
        // Paper has no window to scroll.
        let listeners = [
            EventListener::new(&window(), "beforeprint", print(true)),
            EventListener::new(&window(), "afterprint", print(false)),
            EventListener::new(&window(), "resize", move |_| own.measure()),
        ];
        // Until this table is gone.
        StoredValue::new_local(listeners);
        Effect::new(move || {
            own.count.track();
            own.frame.track();
            own.is_long.track();
            later(move || own.measure());
        });
        own
    }

    /// What to build, in order.
    pub fn items(self) -> Memo<Vec<Item>> {
        Memo::new(move |_| {
            let count = self.count.get();
            if !self.is_long.get() {
                return (0..count).map(Item::Row).collect();
            }
            let in_view = (self.frame_height.get() / self.row_height.get()).ceil();
            let in_view = in_view as usize;
            let first = self.first_in_view.get();
            let window = first.saturating_sub(BEYOND)..(first + in_view + 2 * BEYOND).min(count);
            items(count, window, self.current.get())
        })
    }

    /// How high the room is that rows would take.
    pub fn height(self, rows: &Range<usize>) -> String {
        let rows = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        format!("{}px", f64::from(rows) * self.row_height.get())
    }

    /// Whether the Tab key stops at this row.
    pub fn is_current(self, row: usize) -> bool {
        self.current.get() == row
    }

    /// Goes where the reader was before, as soon as that row is there.
    pub fn return_to_current(self) {
        const TRIES: usize = 40;
        const PAUSE_MS: u32 = 25;
        leptos::task::spawn_local(async move {
            for _ in 0..TRIES {
                TimeoutFuture::new(PAUSE_MS).await;
                let row = self.current.try_get_untracked();
                if row.is_none_or(|row| self.focus(row, true)) {
                    return;
                }
            }
        });
    }

    /// Other rows: their beginning is shown.
    pub fn restart(self) {
        self.current.set(0);
        self.first_in_view.set(0);
        if let Some(frame) = self.frame.get_untracked() {
            frame.set_scroll_top(0);
        }
    }

    /// What the frame shows now.
    pub fn scrolled(self) {
        let Some(frame) = self.frame.get_untracked() else {
            return;
        };
        let first = f64::from(frame.scroll_top()) / self.row_height.get_untracked();
        let first = first.max(0.0) as usize;
        let first = first - first % BEYOND;
        if self.first_in_view.get_untracked() == first {
            return;
        }
        let focused = document().active_element().and_then(|own| row_at(&own));
        self.first_in_view.set(first);
        // A row that is put elsewhere in the document loses the focus by it.
        if let Some(row) = focused {
            later(move || {
                let is_lost = document()
                    .active_element()
                    .is_none_or(|own| own.tag_name() == "BODY");
                if is_lost {
                    self.focus(row, false);
                }
            });
        }
    }

    /// A row got the focus, by whatever way.
    pub fn focused(self, event: &web_sys::FocusEvent) {
        if let Some(row) = row_of(event) {
            self.current.set(row);
        }
    }

    /// Walks from the row that has the focus.
    pub fn walk(self, event: &web_sys::KeyboardEvent) {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let Some((from, last)) = row_of(event).zip(self.count.get_untracked().checked_sub(1))
        else {
            return;
        };
        let page = self.frame_height.get_untracked() / self.row_height.get_untracked();
        let page = (page as usize).saturating_sub(2).max(1);
        let to = match &*event.key() {
            "ArrowDown" => from + 1,
            "ArrowUp" => from.saturating_sub(1),
            "PageDown" => from + page,
            "PageUp" => from.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        // The page's own walk from number to number (cells.js) knows only rows
        // that are built.
        event.stop_propagation();
        let to = to.min(last);
        self.current.set(to);
        later(move || {
            self.focus(to, true);
        });
    }

    /// Puts the focus on a row, and the row into view; whether it is there.
    fn focus(self, row: usize, scrolls: bool) -> bool {
        let Some(frame) = self.frame.try_get_untracked().flatten() else {
            return false;
        };
        let find = |selector: &str| frame.query_selector(selector).ok().flatten();
        let row = format!("tr[aria-rowindex=\"{}\"]", row + 2);
        let Some((row, button)) = find(&row).zip(find(&format!("{row} button"))) else {
            return false;
        };
        // Browsers do not know that the heading covers what is below it.
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only where it is in no document.
        let _ = button
            .unchecked_into::<web_sys::HtmlElement>()
            .focus_with_options(&options);
        if scrolls {
            let head = find("thead").map_or(0.0, |head| head.get_bounding_client_rect().height());
            let (inside, row) = (
                frame.get_bounding_client_rect(),
                row.get_bounding_client_rect(),
            );
            let above = row.top() - inside.top() - head;
            let below = row.bottom() - inside.top() - f64::from(frame.client_height());
            let by = if above < 0.0 { above } else { below.max(0.0) };
            frame.scroll_by_with_x_and_y(0.0, by.round());
        }
        true
    }

    fn measure(self) {
        let Some(Some(frame)) = self.frame.try_get_untracked() else {
            return;
        };
        self.frame_height.set(frame.client_height().into());
        let row = frame.query_selector("tbody tr[aria-rowindex]");
        if let Ok(Some(row)) = row {
            let height = row.get_bounding_client_rect().height();
            if height > 0.0 {
                self.row_height.set(height);
            }
        }
        self.scrolled();
    }
}

/// Once what was set is shown.
fn later(act: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move {
        TimeoutFuture::new(0).await;
        act();
    });
}

/// The position of the row in which something happened.
fn row_of(event: &web_sys::Event) -> Option<usize> {
    row_at(&event.target()?.dyn_into().ok()?)
}

/// The position of the row in which an element stands.
fn row_at(element: &web_sys::Element) -> Option<usize> {
    let row = element.closest("tr[aria-rowindex]").ok().flatten()?;
    let index: usize = row.get_attribute("aria-rowindex")?.parse().ok()?;
    // The heading is the first one.
    index.checked_sub(2)
}

/// The rows of the window and the current one, and the gaps between them.
fn items(count: usize, window: Range<usize>, current: usize) -> Vec<Item> {
    let mut rows: Vec<usize> = window.clone().collect();
    if current < count && !window.contains(&current) {
        let at = if current < window.start {
            0
        } else {
            rows.len()
        };
        rows.insert(at, current);
    }
    let mut items = Vec::with_capacity(rows.len() + 3);
    let mut next = 0;
    for row in rows {
        if next < row {
            items.push(Item::Gap(next..row));
        }
        items.push(Item::Row(row));
        next = row + 1;
    }
    if next < count {
        items.push(Item::Gap(next..count));
    }
    items
}
