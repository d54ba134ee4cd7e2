// Asks the worker, or where none can start (file:, old browsers) the same code
// in the page, in slices short enough not to be felt.
//
// Remembers what is shown, so that another worker can begin with it where one
// ends, as under memory pressure.
import { fetchEngine, Host } from '#wasm';
import { fetchFile } from '../browser/bundled.js';
import { fetchIntact, listed } from '../browser/intact.js';
import { publish } from './contract.js';
import { compiled } from './module.js';
import { serve } from './serving.js';
import workerAddress from './worker.js?worker&url';

// A worker that says nothing for so long while it starts will not say anything.
const PATIENCE_MS = 15_000;
// Where the browser does not tell that a worker ended it is listened for, so
// often; one that computes says nothing for a while.
const LISTEN_MS = 5_000;
const SILENCE_MS = 60_000;
// So long nobody waits without being told for what.
const LONG_MS = 3_000;

// How the engine begins, and the promise of it once anything was asked.
let how;
let begun;
let isBegun = false;
let connected = latch();
// What another engine would begin with: definition, labels, countries and lists
// as JSON, the request and question of what is shown.
let kept = {};
// Why the shown file could not be read again, if so.
let lost;
// What ends the wait for each question that is waited for, and who is told that
// one takes long, and that none does any more.
const waits = new Set();
let impatient = () => {};
// What was asked for by numbers and is not shown yet.
const requests = new Map();
const questions = new Map();
// The number of what is shown, the one whose contract was published last, and the
// one for which another engine was begun, which is done once.
let taken;
let told;
let begunFor;
// Told when the engine ends.
let mourner = () => {};

function latch() {
  const own = {};
  own.opened = new Promise((open) => Object.assign(own, { open }));
  return own;
}

// Begins; `definition` and `labels` are JSON. Questions may be asked before.
export function connect(definition, labels) {
  kept = { definition, labels };
  how = revive;
  connected.open();
  void engine().catch(() => {});
}

// The page shows already what the engine would answer first: it begins when
// something is asked, with these files that come with the page and that question.
export function connectLater(definition, labels, data, question) {
  performance.mark('breakdowns-ready');
  const copy = question.slice();
  how = async () => {
    const [definitionJson, labelsJson, blob] = await Promise.all([
      fetched(definition).then((response) => response.text()),
      fetched(labels).then((response) => response.text()),
      fetched(data).then((response) => response.blob()),
    ]);
    const request = { blob, name: data.split('/').at(-1), today: today(), number: 0 };
    kept = { ...kept, definition: definitionJson, labels: labelsJson, request, question: copy };
    const own = await revive();
    if (lost !== undefined) throw new Error(lost);
    how = revive;
    return own;
  };
  connected.open();
}

// An engine with what is shown.
async function revive() {
  const own = await start(kept.definition, kept.labels);
  const { countries, lists, request, question } = kept;
  if (countries !== undefined) await own.know({ countries });
  lost = undefined;
  if (request !== undefined) {
    const { error } = await own.read({ request }, () => {});
    if (error === undefined) {
      // What is shown may not have been published before the last one ended.
      const number = taken ?? 0;
      await own.offer({ number, list: request.number, question });
      await own.take({ number, isHushed: told === taken });
    } else {
      lost = error;
    }
  }
  for (const packed of lists ?? []) await own.knowLists(packed);
  return own;
}

// Begins now what the next question would wait for.
export function awake() {
  engine().catch((error) => console.info('Model Census: the engine did not begin.', error));
}

// Where it cannot begin, as when the network is cut, the next question tries
// again.
function engine() {
  if (begun !== undefined) return begun;
  const beginning = connected.opened
    .then(() => how())
    .then(
      (own) => {
        isBegun = true;
        return own;
      },
      (error) => {
        // Another may have begun since the worker ended.
        if (begun === beginning) begun = undefined;
        throw error;
      },
    );
  begun = beginning;
  return begun;
}

// Ends once there is an engine to ask.
export async function begin() {
  await patiently(engine());
}

// Calls `then` with true where a question takes long, with false once none does.
export function whenItTakesLong(then) {
  impatient = then;
}

// Ends the wait for all questions.
export function stopWaiting() {
  for (const stop of waits) stop();
}

async function patiently(asked) {
  let stop;
  const stopped = new Promise((_, reject) => {
    stop = () => reject(new Error('Nobody waits any longer.'));
  });
  waits.add(stop);
  const long = setTimeout(() => impatient(true), LONG_MS);
  try {
    return await Promise.race([asked, stopped]);
  } finally {
    clearTimeout(long);
    waits.delete(stop);
    if (waits.size === 0) impatient(false);
  }
}

// Whether there is one.
export function hasBegun() {
  return isBegun;
}

// Calls `then` with the reason whenever the engine ends.
export function whenItEnds(then) {
  mourner = then;
}

function ended(reason) {
  begun = undefined;
  isBegun = false;
  console.info(`Model Census: the engine ended. ${reason}`);
  mourner(reason);
  // Numbers that are shown wait for their contract.
  if (told !== taken && begunFor !== taken) {
    begunFor = taken;
    awake();
  }
}

async function fetched(name) {
  const response = await fetchFile(name);
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
}

function start(definition, labels) {
  return workerEngine(definition, labels).catch(async (error) => {
    console.info('Model Census: no worker, reading in the page.', error);
    await fetchEngine();
    return pageEngine(definition, labels);
  });
}

// A clock that is before the newest list that comes with the page is wrong, and
// would take what the list says for things to come.
const today = () => {
  const now = new Date().toISOString().slice(0, 10);
  return now < __NEWEST_LIST__ ? __NEWEST_LIST__ : now;
};

// What is told of an answer that is shown no more would replace what is.
function tell({ contract, number }) {
  if (number !== taken) return;
  told = number;
  publish(contract);
}

// Reads a file by a number, beside what is shown; `encoding`, `entry` (the index
// of a table in an archive) and `definition` are undefined where the file is to
// tell and where it is counted as before. Whoever asks for another file ends the
// one before. Gives {table}, {error} or {cancelled}.
export async function read(number, blob, name, encoding, entry, definition, progress) {
  const request = { number, blob, name, today: today(), encoding, entry, definition };
  requests.set(number, request);
  const own = await engine();
  if (requests.get(number) !== request) return { cancelled: true };
  return own.read({ request }, ({ bytes, total, records, rate }) => progress(bytes, total, records, rate));
}

// Nobody waits for the list of this number any longer.
export async function giveUp(number) {
  requests.delete(number);
  if (isBegun) await (await engine()).giveUp({ number });
}

export async function know(countries) {
  kept.countries = countries;
  return (await engine()).know({ countries });
}

// Names packed lists, of other days or of other models, as JSON.
export async function knowLists(lists) {
  const packed = { lists, today: today() };
  kept.lists = [...(kept.lists ?? []).filter((own) => own.lists !== lists), packed];
  return (await engine()).knowLists(packed);
}

// Reads a file to compare with; what is shown stays. Gives {name} or {error}.
export async function readBeside(blob, name) {
  return (await engine()).beside({ request: { blob, name, today: today() } });
}

// The numbers that would be shown next; what is shown stays until they are taken.
// `definition` is JSON where it is another one, `again` the question that another
// engine would begin with. A question is a view of the module's memory, which may
// move while somebody waits: it is copied at once.
export async function offer(number, list, question, definition, again) {
  const [copy, later] = [question.slice(), again.slice()];
  const own = await engine();
  if (list === undefined && lost !== undefined) throw new Error(lost);
  questions.clear();
  questions.set(number, { list, definition, question: later });
  const findings = await own.offer({ number, list, question: copy });
  performance.mark('breakdowns-ready');
  return findings;
}

// Shows what was offered by this number.
export function take(number) {
  const { list, definition, question } = questions.get(number) ?? {};
  taken = number;
  kept = { ...kept, question };
  if (definition !== undefined) kept.definition = definition;
  if (list !== undefined) {
    kept.request = requests.get(list);
    lost = undefined;
    requests.clear();
  }
  void engine()
    .then((own) => own.take({ number }))
    .catch(() => {});
}

// The answer to any other question.
export function answer(question) {
  const copy = question.slice();
  return asked((own) => own.answer({ question: copy }));
}

// All that the shown file says of a record, or the table `list` that came with
// it, of which 1 is the first.
export function statements(list, record) {
  return asked((own) => own.statements({ list, record }));
}

// Where the engine ends meanwhile, the next one is asked, which has what is shown
// too.
function asked(question) {
  const ask = async () => question(await engine());
  return patiently(ask().catch((error) => (error instanceof Ended ? ask() : Promise.reject(error))));
}

class Ended extends Error {}

async function workerEngine(definition, labels) {
  // Workers know no hashes: it is looked at first, and then taken from the
  // browser's cache.
  const script = await fetchIntact(workerAddress);
  if (!script.ok) throw new Error(`${script.url}: HTTP ${script.status}`);
  const worker = new Worker(workerAddress, { type: 'module' });
  const waiting = new Map();
  let count = 0;
  let isStarted = false;
  let death;
  // Nobody is left waiting for a worker that ended.
  const end = (reason) => {
    if (death !== undefined) return;
    death = new Ended(reason);
    worker.terminate();
    if (isStarted) ended(reason);
    for (const asked of waiting.values()) asked.reject(death);
    waiting.clear();
  };
  const ask = (ask, question = {}, progress) =>
    new Promise((resolve, reject) => {
      if (death !== undefined) return reject(death);
      count += 1;
      waiting.set(count, { resolve, reject, progress });
      worker.postMessage({ id: count, ask, ...question });
    });
  let heard;
  worker.addEventListener('message', ({ data: { id, value, failed, isBroken, progress, told } }) => {
    heard = performance.now();
    if (told !== undefined) return tell(told);
    const asked = waiting.get(id);
    if (progress !== undefined) return asked?.progress(progress);
    if (isBroken) return end(failed);
    waiting.delete(id);
    if (failed === undefined) asked?.resolve(value);
    else asked?.reject(new Error(failed));
  });
  worker.addEventListener('error', (event) => end(event.message || 'The worker failed.'));
  const impatience = setTimeout(() => end('The worker does not answer.'), PATIENCE_MS);
  const lock = `model-census-engine-${performance.timeOrigin}-${Math.random()}`;
  const isHeld = await ask('start', { module: await compiled(), files: listed(), definition, labels, lock });
  clearTimeout(impatience);
  isStarted = true;
  if (isHeld) {
    // The browser gives it to the page once the worker is no more.
    void navigator.locks.request(lock, () => end('The worker is no more.'));
  } else {
    const timer = setInterval(() => {
      if (death !== undefined) return clearInterval(timer);
      if (waiting.size === 0) heard = performance.now();
      else if (performance.now() - heard > SILENCE_MS) end('The worker is silent.');
    }, LISTEN_MS);
  }
  return {
    read: (request, progress) => ask('read', request, progress),
    giveUp: (list) => ask('giveUp', list),
    know: (countries) => ask('know', countries),
    knowLists: (lists) => ask('knowLists', lists),
    beside: (request) => ask('beside', request),
    offer: (offered) => ask('offer', offered),
    take: (number) => ask('take', number),
    answer: (question) => ask('answer', question),
    statements: (record) => ask('statements', record),
  };
}

function pageEngine(definition, labels) {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 0));
  return serve(() => new Host(definition, labels), { pause, tell });
}
