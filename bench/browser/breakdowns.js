// The page's breakdowns in JavaScript, for the parsers that it is compared
// with: rows of strings in, counts out. The rules are those of src/dataset,
// src/census and src/breakdown; run.js checks that the answers are equal.
//
// Left out, to the parsers' advantage: reports of problems, lists of models,
// the file's digest, and files whose lists were joined by comma and space.

const blanks = '\\s\\u0085\\u200b-\\u200d';
const irregular = new RegExp(`^[${blanks}]|[${blanks}]$|[${blanks}]{2}|(?! )[${blanks}]`);
const words = new RegExp(`[^${blanks}]+`, 'g');
const tidy = (cell) => (irregular.test(cell) ? (cell.match(words) ?? []).join(' ') : cell);

const simplify = (header) =>
  tidy(header)
    .toLowerCase()
    .replace(/^\(deprecated\)/, '')
    .replace(/\((from|of) organization\)$/, '')
    .trim();

const columns = {
  name: ['model', 'system'],
  date: ['publication date'],
  organizations: ['organization', 'organisation'],
  countries: ['country'],
  categories: ['organization categorization', 'organisation categorisation'],
  domains: ['domain'],
  tasks: ['task'],
  compute: ['training compute (flop)'],
};

/** The year of a date that stands in the calendar, else undefined. */
function yearOf(date) {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const days = new Date(Date.UTC(2000, month, 0)).getUTCDate();
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && !leap ? 28 : days;
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= last ? year : undefined;
}

function dateInName(name) {
  for (const [, plain, ...parted] of name.matchAll(/(?<!\d)(?:(\d{8})(?!\d)|(\d{4})[-_](\d\d)[-_](\d\d))/g)) {
    const date = plain ? plain.replace(/(....)(..)(..)/, '$1-$2-$3') : parted.join('-');
    const year = yearOf(date);
    if (year >= 1990 && year <= 2100) return date;
  }
  return undefined;
}

const number = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
function compute(cell) {
  const flop = number.test(cell) ? Number(cell) : NaN;
  return Number.isFinite(flop) && flop >= 0 ? flop : undefined;
}

const values = (cell) => cell.trim().split(/,(?!\s)/).map(tidy).filter((value) => value !== '');
const each = (list) => [...new Set(list)];

export class Breakdowns {
  constructor(definition, header, fileName) {
    this.definition = definition;
    this.fileName = fileName;
    const names = header.map(simplify);
    this.at = Object.fromEntries(
      Object.entries(columns).map(([column, spellings]) => [column, names.findIndex((name) => spellings.includes(name))]),
    );
    this.years = new Map();
    this.seen = new Set();
    // Equal cells get equal answers, so every combination of them is placed
    // once, at the end, and here only counted: by year, of unknown compute apart.
    this.combinations = new Map();
    this.developers = new Map();
    this.latest = '';
    this.below = false;
  }

  take(row) {
    const { at } = this;
    const name = tidy(row[at.name] ?? '');
    if (name === '') return;
    const flop = compute(tidy(row[at.compute] ?? ''));
    const small = flop < this.definition.compute.threshold_flop;
    this.below ||= small;
    const date = tidy(row[at.date] ?? '');
    let year = this.years.get(date);
    if (year === undefined) {
      year = yearOf(date) ?? null;
      this.years.set(date, year);
    }
    if (year === null) return;
    if (date > this.latest) this.latest = date;
    const cells = [row[at.organizations], row[at.countries], row[at.categories], row[at.domains], row[at.tasks]];
    const key = cells.join('\0');
    let combination = this.combinations.get(key);
    if (combination === undefined) {
      combination = { lists: cells.map((cell) => values(cell ?? '')), counts: new Map() };
      const organizations = each(combination.lists[0]).join('\0');
      combination.developers = this.developers.get(organizations) ?? this.developers.size;
      this.developers.set(organizations, combination.developers);
      this.combinations.set(key, combination);
    }
    // Its size tells whether it was there: one look instead of two.
    const before = this.seen.size;
    this.seen.add(`${name}\0${date}\0${combination.developers}`);
    if (this.seen.size === before || small) return;
    const cell = year * 2 + (flop === undefined ? 1 : 0);
    combination.counts.set(cell, (combination.counts.get(cell) ?? 0) + 1);
  }

  period() {
    const [first, last] = this.definition.period.map(Number);
    const named = dateInName(this.fileName);
    const snapshot = named !== undefined && named >= this.latest ? named : this.latest;
    if (snapshot === '') return [first, last];
    const year = Number(snapshot.slice(0, 4));
    return [first, Math.max(last, snapshot.endsWith('-12-31') ? year : year - 1)];
  }

  place([organizations, countries, categories, domains, tasks]) {
    const { definition } = this;
    const known = definition.organizations;
    const organization = each(organizations);
    const mapped = (list, map) => each(list.map((value) => map[value] ?? value));
    const stated = mapped(categories, definition.values['organization-category']);
    const group = (name) => known[name]?.group ?? name;
    const isUnit = (name) => definition.one_developer_relations.includes(known[name].relation ?? 'self');
    const developer = (name) => (known[name] && isUnit(name) ? group(name) : name);
    const developers = each(organization.map(developer)).length;
    const task = mapped(tasks, definition.values.task);
    return {
      year: ['all'],
      country: this.countries(organization, countries),
      domain: mapped(domains.filter((value) => value !== definition.multimodal_tag), definition.values.domain),
      multimodal: domains.includes(definition.multimodal_tag) ? ['Multimodal'] : [],
      task,
      'task-count': task.length === 0 ? [] : [task.length < 5 ? String(task.length) : '5+'],
      development: developers === 0 ? [] : [developers === 1 ? 'Single' : 'Joint'],
      'organization-category': stated.length > 0 ? stated : each(organization.flatMap((name) => known[name]?.categories ?? [])),
      organization: each(organization.map(group)),
    };
  }

  countries(organizations, cell) {
    const { definition } = this;
    const none = (country) => definition.no_country.includes(country);
    const exported = (list) => list.filter((country) => !none(country)).map((country) => definition.values.country[country] ?? country);
    if (organizations.length === 0 || definition.count_countries_by === 'as-exported') return each(exported(cell));
    return each(
      organizations.flatMap((name, at) => {
        const known = definition.organizations[name];
        if (known) return known.home ? [known.home] : [];
        if (organizations.length === 1) return exported(cell.filter((country) => !none(country)).slice(0, 1));
        return exported(organizations.length === cell.length ? [cell[at]] : cell);
      }),
    );
  }

  /** The models counted, and for each dimension its rows in the order of their keys. */
  finish() {
    const [first, last] = this.period();
    const keepUnknown = { keep: true, 'leave-out': false }[this.definition.compute.unknown] ?? !this.below;
    const width = last - first + 1;
    const tables = new Map();
    let models = 0;
    for (const { lists, counts } of this.combinations.values()) {
      const placed = this.place(lists);
      for (const [cell, count] of counts) {
        const column = (cell >> 1) - first;
        if (column < 0 || column >= width || (cell & 1 && !keepUnknown)) continue;
        models += count;
        for (const [id, keys] of Object.entries(placed)) {
          if (!tables.has(id)) tables.set(id, new Map());
          const table = tables.get(id);
          for (const key of keys) {
            if (!table.has(key)) table.set(key, { key, counts: Array(width).fill(0), shared: Array(width).fill(0) });
            const row = table.get(key);
            row.counts[column] += count;
            if (keys.length > 1) row.shared[column] += count;
          }
        }
      }
    }
    const breakdowns = [...tables].map(([id, table]) => ({
      id,
      rows: [...table.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    }));
    return { period: [String(first), String(last)], models, breakdowns };
  }
}
