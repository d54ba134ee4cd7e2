// Writes docs/reliability.md and docs/reliability.ko.md of what `make rehearse`
// left in target/rehearsed/: figures come from there and from nowhere else.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (kind) => {
  const path = join(root, 'target/rehearsed', `${kind}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

const sequences = read('sequences');
const { all: total, met: files } = read('files') ?? {};
const hazards = read('hazards');
// Where a part was not rehearsed, that is said in its place.
const of = (rehearsed, text, otherwise) => (rehearsed === undefined ? otherwise : text());
const [NOT_YET, NOT_YET_KO] = ['Not rehearsed in this run.', '이번 실행에서는 연습하지 않음.'];

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const number = (n) => n.toLocaleString('en-US');
const without = (name) => name.replace(/-[\w-]{8}(\.\w+)$/, '$1');

const FAULTS = {
  missing: ['not there (404)', '없음(404)'],
  failing: ['the server fails (500)', '서버 오류(500)'],
  cut: ['cut on its way', '도중에 끊김'],
  hanging: ['never answered', '응답이 오지 않음'],
  'of another type': ['a login page in its place', '로그인 화면이 대신 옴'],
  changed: ['one byte changed', '한 바이트가 바뀜'],
};

const seconds = (all) => {
  const after = all.map((own) => own.after).filter((own) => own !== undefined).sort((a, b) => a - b);
  return after.length > 0 ? (after[after.length >> 1] / 1000).toFixed(1) : '–';
};

const byFault = (at) =>
  Object.entries(FAULTS).map(([what, names]) => {
    const all = files.filter((own) => own.what === what);
    const of = (how) => all.filter((own) => own.how === how && !own.wrong);
    return [names[at], number(all.length), number(of('survived').length), number(of('said').length), seconds(of('said')), number(all.filter((own) => own.wrong).length)];
  });

const lost = (files ?? []).filter((own) => own.wrong).map(({ name, what, place, wrong }) => `- \`${without(name)}\`, ${what}${place && `, at \`${place}\``}: ${wrong.split('\n')[0]}`);
const unsurvived = (hazards ?? []).filter((own) => !own.survived).map(({ name, why }) => `- ${name}: ${why.split('\n')[0]}`);
const failed = (sequences?.failed ?? []).map((seed) => `- ${seed}`);
const list = (items, none) => (items.length > 0 ? items.join('\n') : none);

const english = `# Reliability

What the page went through in \`make rehearse\`, and what came of it.
Every figure here is of one run; \`tools/reliability.js\` writes this file, nobody else does.
A version in Korean is in [reliability.ko.md](reliability.ko.md).

## Random acts while all kinds of things go wrong

A sequence is twenty acts of a reader (files dropped, lists, definitions, periods, links, steps in the history, cancelling, forgetting …), chosen by a seed, while workers are ended and files come late, changed or not at all.
Then all is well again, and once the page is at rest numbers, address, title, notice, controls and language must agree, the JSON must be the command line's, and the next act must work.

${of(sequences, () => `${table(['sequences', 'first seed', 'survived', 'not survived'], [[number(sequences.tries), sequences.first, number(sequences.survived), number(sequences.tries - sequences.survived)]])}

Seeds that did not survive (\`make rehearse SEQUENCES=1 FIRST=SEED\` plays one again):

${list(failed, 'None.')}`, NOT_YET)}

## Every file, gone wrong in every way

Each file that the page fetches, as it stands in \`dist/\`, at the first visit or the first use that needs it; files of a first view also by a link and in a frame.
${of(files, () => `${files.length < total ? `Of ${number(total)} such cases this run tried ${number(files.length)}.\n` : ''}Survived: the page does the same without it. Said: the page says what failed and offers a way out, is never blank, and does it once the fault is gone.

${table(['fault', 'tries', 'survived', 'said', 'said after (median, s)', 'neither'], byFault(0))}

A file that never comes is said after three seconds or more, on purpose. The seconds are of a busy machine.

Neither:

${list(lost, 'None.')}`, NOT_YET)}

## What else a page meets

${of(hazards, () => `${table(['rehearsal', 'tries', 'survived'], hazards.map(({ name, survived }) => [name, '1', survived ? '1' : '0']))}

Not survived:

${list(unsurvived, 'None.')}`, NOT_YET)}

## What cannot be survived

- A changed byte in \`index.html\` itself: nothing stands before it that could know its hash. Only a copy kept for use without a network is compared as a whole.
- Workers have no hashes: the page compares a worker's script and has the browser start it from its cache. A host that forbids caching and gives two answers to the same address deceives it.
- A first script (\`assets/first-….js\`) that never comes: the browser waits for it before it shows anything. One that fails is said.
- The icons, the manifest and \`sw.js\` are fetched by the browser for itself; the page does without.
`;

const korean = `# 신뢰성

\`make rehearse\`에서 페이지가 겪은 일과 그 결과.
모든 수치는 한 번의 실행에서 나온 것이며, 이 파일은 \`tools/reliability.js\`만 씀.
영어판은 [reliability.md](reliability.md)에 있음.

## 온갖 것이 어긋나는 동안의 무작위 조작

한 순서는 시드로 정해지는 조작 스무 가지(파일 놓기, 자료·정의·기간 바꾸기, 링크, 앞뒤로 가기, 취소, 잊기 등)이며, 그동안 워커가 끝나고 파일이 늦게 오거나 바뀌거나 오지 않음.
그 뒤 모두 정상으로 돌아와 페이지가 멈추면 수치·주소·제목·알림·조작 요소·언어가 서로 맞아야 하고, JSON은 명령줄의 것과 같아야 하며, 다음 조작이 되어야 함.

${of(sequences, () => `${table(['순서', '첫 시드', '견딤', '견디지 못함'], [[number(sequences.tries), sequences.first, number(sequences.survived), number(sequences.tries - sequences.survived)]])}

견디지 못한 시드(\`make rehearse SEQUENCES=1 FIRST=시드\`로 다시 해 볼 수 있음):

${list(failed, '없음.')}`, NOT_YET_KO)}

## 모든 파일, 모든 고장

\`dist/\`에 있는 파일 가운데 페이지가 받는 것마다, 첫 방문이나 처음 쓰일 때. 첫 화면의 파일은 링크와 프레임에서도 봄.
${of(files, () => `${files.length < total ? `그런 경우 ${number(total)}가지 가운데 ${number(files.length)}가지를 시도함.\n` : ''}견딤: 그 파일 없이도 같은 일을 함. 알림: 무엇이 안 되는지와 나갈 길을 말하고, 빈 화면이 아니며, 고장이 사라지면 그 일을 함.

${table(['고장', '시도', '견딤', '알림', '알리기까지(중앙값, 초)', '둘 다 아님'], byFault(1))}

오지 않는 파일은 일부러 3초가 지나야 알림. 초는 바쁜 컴퓨터에서 잰 것임.

둘 다 아닌 것:

${list(lost, '없음.')}`, NOT_YET_KO)}

## 그 밖에 겪는 일

${of(hazards, () => `${table(['연습', '시도', '견딤'], hazards.map(({ name, survived }) => [name, '1', survived ? '1' : '0']))}

견디지 못한 것:

${list(unsurvived, '없음.')}`, NOT_YET_KO)}

## 견딜 수 없는 것

- \`index.html\` 자체의 바뀐 바이트: 그 해시를 알 수 있는 것이 그 앞에 없음. 네트워크 없이 쓰려고 보관한 사본만 통째로 대조함.
- 워커에는 해시를 줄 수 없음: 페이지가 워커의 스크립트를 대조한 뒤 브라우저의 캐시에서 시작하게 함. 캐시를 금하고 같은 주소에 두 가지로 답하는 서버에는 속음.
- 끝내 오지 않는 첫 스크립트(\`assets/first-….js\`): 브라우저가 그것을 기다리느라 아무것도 보이지 않음. 오지 못한 것은 알림.
- 아이콘, 매니페스트, \`sw.js\`는 브라우저가 스스로 받으며, 페이지는 그것 없이 작동함.
`;

writeFileSync(join(root, 'docs/reliability.md'), english);
writeFileSync(join(root, 'docs/reliability.ko.md'), korean);
