// Writes what the steps of make took into the guides for developers, between
// their two marks: node tools/minutes.js FOLDER. In it a run's NAME.tsv has by
// line a step's name, its seconds, and its seconds of processor time
// (tools/minutes.sh). A run that is not there keeps its column.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = ['serve', 'test', 'warm', 'change'];
const BEGIN = '<!-- minutes: written by make minutes -->';
const END = '<!-- end of minutes -->';
const GUIDES = {
  'docs/developers.md': {
    step: 'step',
    runs: ['`make serve`', '`make test`', '`make test`, unchanged', '`QUICK=1 make dist`, a section changed'],
    whole: 'all',
    about: (cores) => `Seconds, and in brackets those of processor time, on ${cores} cores; the first two in a fresh clone with an empty cache.`,
  },
  'docs/developers.ko.md': {
    step: '단계',
    runs: ['`make serve`', '`make test`', '`make test`(변경 없음)', '`QUICK=1 make dist`(절 하나 변경)'],
    whole: '전체',
    about: (cores) => `초 단위이며 괄호 안은 프로세서 시간입니다. 코어 ${cores}개에서 쟀고, 앞의 둘은 새로 복제한 저장소에서 캐시 없이 실행했습니다.`,
  },
};

const [, , folder] = process.argv;
const root = fileURLToPath(new URL('..', import.meta.url));

/** A run's cells by step, in the order in which they ended. */
function cells(run) {
  const lines = readFileSync(join(folder, `${run}.tsv`), 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split('\t')).map(([step, wall, cpu]) => [step, `${wall} (${cpu})`]));
}

/** The table that a guide has: rows of cells, without its head. */
function written(text) {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
}

for (const [name, words] of Object.entries(GUIDES)) {
  const path = join(root, name);
  const text = readFileSync(path, 'utf8');
  const [before, between, after] = text.split(new RegExp(`${BEGIN}|${END}`));
  if (after === undefined) throw new Error(`${name} has no ${BEGIN} … ${END}`);
  const had = written(between).map(([step, ...rest]) => [step === words.whole ? 'whole' : step, ...rest]);
  const columns = RUNS.map((run, at) =>
    existsSync(join(folder, `${run}.tsv`))
      ? cells(run)
      : new Map(had.map((row) => [row[0], row[at + 1] ?? '']).filter(([, cell]) => cell !== '')),
  );
  const steps = new Set(columns.flatMap((column) => [...column.keys()]));
  steps.delete('whole');
  const rows = [...steps, 'whole'].map((step) => [
    step === 'whole' ? words.whole : step,
    ...columns.map((column) => column.get(step) ?? ''),
  ]);
  const table = [[words.step, ...words.runs], ['---', ...RUNS.map(() => '--:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
  writeFileSync(path, `${before}${BEGIN}\n${words.about(cpus().length)}\n\n${table}\n${END}${after}`);
}
