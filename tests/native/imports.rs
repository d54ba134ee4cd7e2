//! Who imports what from whom, read from the sources.
//!
//! In: Rust files with their texts. Out: [`Arrow`]s from file to file.
//!
//! What counts: each `use`, and each path written in code or in a macro, that
//! begins with `crate`, `self`, `super`, a package of this house, a module
//! beside it or a name that was imported. A name leads to the file that defines
//! it, through however many re-exports: `mod child;` and a parent's `pub use` of
//! what its children define are signposts, no imports, unless the parent uses
//! the name itself. What stands below `#[cfg(test)]` is left out, and so are
//! methods, which name no path.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A package: the folder of its sources, and its name in paths.
pub type Package = (&'static str, &'static str);

/// A file imports from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    pub from: PathBuf,
    pub to: PathBuf,
    pub name: String,
}

/// The names from the package down.
type Module = Vec<String>;

/// `use a::b as name`; `*` is a name too.
struct Use {
    path: Vec<String>,
    name: String,
    is_public: bool,
}

#[derive(Default)]
struct Source {
    file: PathBuf,
    uses: Vec<Use>,
    paths: Vec<Vec<String>>,
    items: BTreeSet<String>,
    words: BTreeSet<String>,
}

struct House {
    packages: BTreeSet<String>,
    modules: BTreeMap<Module, Source>,
}

/// What a path leads to.
enum Found {
    Module(Module),
    Item(Module, String),
}

/// Every import among the files, once.
pub fn arrows(files: &[(PathBuf, String)], packages: &[Package]) -> Vec<Arrow> {
    let mut house = House {
        packages: packages
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .collect(),
        modules: BTreeMap::new(),
    };
    for (file, text) in files {
        let tokens = TokenStream::from_str(text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        house.read(&module_of(file, packages), file, tokens, true);
    }
    house.arrows()
}

fn module_of(file: &Path, packages: &[Package]) -> Module {
    let (folder, package) = packages
        .iter()
        .filter(|(folder, _)| file.starts_with(folder))
        .max_by_key(|(folder, _)| folder.len())
        .unwrap_or_else(|| panic!("{} is of no package", file.display()));
    let inner = file.strip_prefix(folder).expect("it starts so");
    let inner = inner.with_extension("");
    let inner = inner.iter().map(|part| part.to_string_lossy().into_owned());
    let mut module = vec![(*package).to_owned()];
    module.extend(inner.filter(|part| !matches!(&**part, "mod" | "lib")));
    module
}

fn ident(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

fn group(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<TokenStream> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}

/// Whether `::` stands at a place.
fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    is_mark(tokens.get(at), ':') && is_mark(tokens.get(at + 1), ':')
}

/// Past an item: its `;`, or its braces.
fn end_of_item(tokens: &[TokenTree], from: usize) -> usize {
    let is_end = |token: &TokenTree| {
        is_mark(Some(token), ';') || group(Some(token), Delimiter::Brace).is_some()
    };
    let length = tokens.iter().skip(from).position(is_end);
    length.map_or(tokens.len(), |length| from + length + 1)
}

/// The names of a `use`, its braces taken apart.
fn spread(tokens: &[TokenTree], prefix: &[String], found: &mut Vec<(Vec<String>, String)>) {
    for branch in tokens.split(|token| is_mark(Some(token), ',')) {
        let mut path = prefix.to_vec();
        let mut name = None;
        let mut at = 0;
        while let Some(token) = branch.get(at) {
            if let Some(inner) = group(Some(token), Delimiter::Brace) {
                let inner: Vec<TokenTree> = inner.into_iter().collect();
                spread(&inner, &path, found);
                path.clear();
            } else if is_mark(Some(token), '*') {
                name = Some("*".to_owned());
            } else if let Some(word) = ident(Some(token)) {
                if word == "as" {
                    name = ident(branch.get(at + 1));
                    at += 1;
                } else if word != "self" || path.is_empty() {
                    path.push(word);
                }
            }
            at += 1;
        }
        if let Some(last) = path.last().cloned() {
            found.push((path, name.unwrap_or(last)));
        }
    }
}

impl House {
    fn read(&mut self, module: &Module, file: &Path, tokens: TokenStream, is_top: bool) {
        let own = self.modules.entry(module.clone()).or_default();
        file.clone_into(&mut own.file);
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some(inner) = group(Some(token), Delimiter::Bracket)
                && at > 0
                && is_mark(tokens.get(at - 1), '#')
            {
                let attribute = inner.to_string().replace(' ', "");
                if attribute == "cfg(test)" {
                    at = end_of_item(&tokens, at + 1);
                    continue;
                }
            }
            if let TokenTree::Group(group) = token {
                self.read(module, file, group.stream(), false);
                at += 1;
                continue;
            }
            let Some(word) = ident(Some(token)) else {
                at += 1;
                continue;
            };
            let next = tokens.get(at + 1);
            let own = self.modules.entry(module.clone()).or_default();
            if word == "use" && !is_mark(next, '<') {
                let end = end_of_use(&tokens, at);
                let mut found = Vec::new();
                spread(&tokens[at + 1..end], &[], &mut found);
                let is_public = is_public(&tokens, at);
                own.uses.extend(found.into_iter().map(|(path, name)| Use {
                    path,
                    name,
                    is_public,
                }));
                at = end + 1;
            } else if word == "mod"
                && let (Some(name), Some(inner)) =
                    (ident(next), group(tokens.get(at + 2), Delimiter::Brace))
            {
                let mut inline = module.clone();
                inline.push(name);
                self.read(&inline, file, inner, true);
                at += 3;
            } else if word == "mod" {
                // Its name alone is no use of what it defines.
                at += 2;
            } else if is_colons(&tokens, at + 1) && !follows_colons(&tokens, at) {
                let mut path = vec![word];
                at += 1;
                while is_colons(&tokens, at)
                    && let Some(word) = ident(tokens.get(at + 2))
                {
                    path.push(word);
                    at += 3;
                }
                own.paths.push(path);
            } else {
                let defines = ["fn", "struct", "enum", "trait", "type", "const", "static"];
                if is_top && defines.contains(&&*word) {
                    own.items.extend(ident(next));
                }
                own.words.insert(word);
                at += 1;
            }
        }
    }

    /// Where a path leads that stands in a module.
    fn find(&self, module: &Module, path: &[String], depth: usize) -> Option<Found> {
        let (first, rest) = path.split_first()?;
        match &**first {
            "crate" => self.follow(module.get(..1)?.to_vec(), rest, depth),
            "self" => self.follow(module.clone(), rest, depth),
            "super" => {
                let mut above = module.clone();
                above.pop();
                let supers = rest.iter().take_while(|word| *word == "super").count();
                above.truncate(above.len().saturating_sub(supers));
                self.follow(above, rest.get(supers..)?, depth)
            }
            name if self.packages.contains(name) => self.follow(vec![name.to_owned()], rest, depth),
            name => {
                let source = self.modules.get(module)?;
                let mut beside = module.clone();
                beside.push(name.to_owned());
                let is_known = self.modules.contains_key(&beside)
                    || source.uses.iter().any(|own| own.name == name);
                is_known
                    .then(|| self.follow(module.clone(), path, depth))
                    .flatten()
            }
        }
    }

    fn follow(&self, mut module: Module, path: &[String], depth: usize) -> Option<Found> {
        // A glob that leads back to itself.
        if depth > 16 {
            return None;
        }
        let mut rest = path;
        while let Some((name, after)) = rest.split_first() {
            let source = self.modules.get(&module)?;
            let mut below = module.clone();
            below.push(name.clone());
            if self.modules.contains_key(&below) {
                (module, rest) = (below, after);
                continue;
            }
            if source.items.contains(name) {
                return Some(Found::Item(module, name.clone()));
            }
            for own in source.uses.iter().filter(|own| own.name == *name) {
                let path: Vec<String> = own.path.iter().chain(after).cloned().collect();
                // The package `csv` beside a module `csv` that re-exports it.
                if own.path.first() != Some(name) || own.path.len() > 1 {
                    return self.find(&module, &path, depth + 1);
                }
            }
            for own in source.uses.iter().filter(|own| own.name == "*") {
                if let Some(Found::Module(through)) = self.find(&module, &own.path, depth + 1)
                    && self.defines(&through, name)
                {
                    return self.follow(through, rest, depth + 1);
                }
            }
            return Some(Found::Item(module, name.clone()));
        }
        self.modules
            .contains_key(&module)
            .then_some(Found::Module(module))
    }

    fn defines(&self, module: &Module, name: &str) -> bool {
        self.modules.get(module).is_some_and(|source| {
            source.items.contains(name) || source.uses.iter().any(|own| own.name == name)
        })
    }

    fn arrows(&self) -> Vec<Arrow> {
        let mut found = BTreeSet::new();
        for (module, source) in &self.modules {
            let mut add = |to: &Module, name: &str| {
                let to = &self.modules[to].file;
                if *to != source.file {
                    found.insert(Arrow {
                        from: source.file.clone(),
                        to: to.clone(),
                        name: name.to_owned(),
                    });
                }
            };
            for own in &source.uses {
                match self.find(module, &own.path, 0) {
                    Some(Found::Item(to, name)) => {
                        let is_signpost = own.is_public && to.starts_with(module);
                        if !is_signpost || source.words.contains(&own.name) {
                            add(&to, &name);
                        }
                    }
                    Some(Found::Module(to)) if own.name == "*" && !own.is_public => add(&to, "*"),
                    Some(Found::Module(_)) | None => {}
                }
            }
            for path in &source.paths {
                if let Some(Found::Item(to, name)) = self.find(module, path, 0) {
                    add(&to, &name);
                }
            }
        }
        found.into_iter().collect()
    }
}

fn end_of_use(tokens: &[TokenTree], from: usize) -> usize {
    let length = tokens
        .iter()
        .skip(from)
        .position(|token| is_mark(Some(token), ';'));
    length.map_or(tokens.len(), |length| from + length)
}

/// Whether `pub`, or `pub(…)`, stands before a place.
fn is_public(tokens: &[TokenTree], at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).and_then(|at| tokens.get(at));
    let is_pub = |token| ident(token).is_some_and(|word| word == "pub");
    is_pub(before(1)) || group(before(1), Delimiter::Parenthesis).is_some() && is_pub(before(2))
}

/// Whether `::` stands before a place: the name of a package outside, or a part
/// of a type in brackets.
fn follows_colons(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && is_colons(tokens, at - 2)
}

/// The loops: files each of which reaches all others, with the arrows between
/// them.
pub fn loops<K: Ord + Clone>(arrows: &[(K, K)]) -> Vec<BTreeSet<K>> {
    let mut next: BTreeMap<&K, BTreeSet<&K>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().insert(to);
        next.entry(to).or_default();
    }
    let reached: BTreeMap<&K, BTreeSet<&K>> = next
        .keys()
        .map(|from| {
            let mut reached = BTreeSet::new();
            let mut open: Vec<&K> = next[from].iter().copied().collect();
            while let Some(to) = open.pop() {
                if reached.insert(to) {
                    open.extend(next[to].iter().copied());
                }
            }
            (*from, reached)
        })
        .collect();
    let mut loops: BTreeSet<BTreeSet<K>> = BTreeSet::new();
    for (from, to) in &reached {
        let together = to.iter().filter(|other| reached[*other].contains(from));
        let together: BTreeSet<K> = together.map(|other| (*other).clone()).collect();
        if together.len() > 1 {
            loops.insert(together);
        }
    }
    loops.into_iter().collect()
}
