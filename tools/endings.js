// Writes src/locale/ko/endings.txt, by which a Korean particle behind a word in
// Latin letters is chosen:
//
//     npm ci && node tools/endings.js
//
// With --check it writes nothing and fails if the file is not what it would
// write. Two sources say how words end in Korean: the CMU Pronouncing Dictionary
// (134,000 English words; BSD, as package `cmu-pronouncing-dictionary`), by the
// rules for writing English in Hangul (외래어 표기법), and
// tests/fixtures/particles/words.tsv, read by people, for the words of the
// bundled lists. Out comes the shortest list of endings that is right for all
// words of the second and for as many of the first as their endings tell.
import { dictionary } from 'cmu-pronouncing-dictionary';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const FILE = 'src/locale/ko/endings.txt';
const WORDS = 'tests/fixtures/particles/words.tsv';

// What an ending of the list costs, in words of the dictionary that it puts
// right, and what a word of the lists is worth in those.
const ENDING = 40;
const LISTED = 10_000;
const LONGEST = 8;

const [VOWEL, RIEUL, CONSONANT] = ['모음', 'ㄹ', '받침'];
const CLASSES = [VOWEL, RIEUL, CONSONANT];

// The stops that stand below a syllable, after a short vowel: 챗, 북, 앱; but 팔레트,
// which is written with an e.
const STOPS = ['P', 'T', 'K'];
const SHORT = ['AA', 'AE', 'AH', 'EH', 'IH', 'UH'];
const ended = (word, phones) => {
  const [before, last] = phones.replace(/\d/g, '').split(' ').slice(-2);
  const sound = last ?? before;
  if (sound === 'L') return RIEUL;
  if (['M', 'N', 'NG'].includes(sound)) return CONSONANT;
  const stands = STOPS.includes(sound) && SHORT.includes(before) && !word.endsWith('e');
  return stands ? CONSONANT : VOWEL;
};

// As src/locale/ko/particle.rs does: capitals of four letters or more with a
// vowel among the last three are read as a word, others letter by letter.
const isCapital = (word) => /^[A-Z]+$/.test(word);
const isSpoken = (word) => word.length > 3 && /[AEIOUY]/.test(word.slice(-3));
const lettered = (word) => (/[LR]$/.test(word) ? RIEUL : /[MN]$/.test(word) ? CONSONANT : VOWEL);

const weights = new Map();
const weigh = (word, ending, weight) => {
  const own = weights.get(word) ?? CLASSES.map(() => 0);
  own[CLASSES.indexOf(ending)] += weight;
  weights.set(word, own);
};
for (const [word, phones] of Object.entries(dictionary)) {
  if (/^[a-z]{2,}$/.test(word)) weigh(`-${word}`, ended(word, phones), 1);
}
const listed = readFileSync(path(WORDS), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t'));
const capitals = [];
for (const [word, ending] of listed) {
  if (isCapital(word) && !isSpoken(word)) {
    if (lettered(word) !== ending) capitals.push([`-${word}`, ending]);
  } else if (isCapital(word)) capitals.push([`-${word}`, ending, true]);
  else weigh(`-${word.replaceAll(' ', '-')}`, ending, LISTED);
}

// A tree of words by their letters from the last on.
const tree = () => ({ own: CLASSES.map(() => 0), next: new Map() });
const root = tree();
for (const [word, own] of weights) {
  let node = root;
  for (const letter of [...word].reverse().slice(0, Math.max(LONGEST, own.some((w) => w >= LISTED) ? word.length : 0))) {
    if (!node.next.has(letter)) node.next.set(letter, tree());
    node = node.next.get(letter);
  }
  own.forEach((weight, at) => (node.own[at] += weight));
}
// The least that a part of the tree costs where words end as `above` unless it
// says otherwise: the wrong ones, and its endings.
const least = (node, above) => {
  node.least ??= new Map();
  if (!node.least.has(above)) {
    const all = node.own.reduce((sum, weight) => sum + weight, 0);
    const under = (ending) =>
      [...node.next.values()].reduce((sum, next) => sum + least(next, ending).cost, all - node.own[CLASSES.indexOf(ending)]);
    const best = CLASSES.map((ending) => ({ ending, cost: under(ending) + (ending === above ? 0 : ENDING) }));
    node.least.set(above, best.reduce((one, other) => (other.cost < one.cost ? other : one)));
  }
  return node.least.get(above);
};
const endings = new Map();
const walk = (node, suffix, above) => {
  const { ending } = least(node, above);
  if (ending !== above) endings.set(suffix, ending);
  for (const [letter, next] of node.next) walk(next, letter + suffix, ending);
};
walk(root, '', VOWEL);
const told = (word) => {
  for (let at = 0; at < word.length; at += 1) {
    const ending = endings.get(word.slice(at));
    if (ending !== undefined) return ending;
  }
  return VOWEL;
};
for (const [word, ending, spoken] of capitals) {
  if (!spoken || told(word.toLowerCase()) !== ending) endings.set(word, ending);
}

const text = CLASSES.map((own) => {
  const all = [...endings].filter(([, ending]) => ending === own).map(([suffix]) => suffix);
  return `${[own, ...all.sort()].join(' ')}\n`;
}).join('');
if (!process.argv.includes('--check')) {
  writeFileSync(path(FILE), text);
  const words = [...weights].filter(([, own]) => own.every((weight) => weight < LISTED));
  const right = words.filter(([word, own]) => own[CLASSES.indexOf(told(word))] > 0).length;
  console.log(`${endings.size} endings; ${((100 * right) / words.length).toFixed(1)} % of ${words.length} other words`);
} else if (readFileSync(path(FILE), 'utf8') !== text) {
  console.error(`${FILE} is not what its sources give: node tools/endings.js`);
  process.exitCode = 1;
}
