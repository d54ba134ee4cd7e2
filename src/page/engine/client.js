// Asks the worker, or where none can start (file:, old browsers) the same code
// in the page, in slices short enough not to be felt.
import { fetchEngine, Hasher, Host } from '#wasm';
import { address } from '../browser/bundled.js';
import { publish } from './contract.js';
import { compiled } from './module.js';
import { CANCELLED, fingerprint, read as readInto, readBeside as besideInto } from './reading.js';

// A worker that says nothing for so long will not say anything.
const PATIENCE_MS = 15_000;

// How the engine begins, and the promise of it once anything was asked.
let how;
let begun;
// What is published already is not told again.
let isHushed = false;

// Begins; `definition` and `labels` are JSON. Questions may be asked at once.
export function connect(definition, labels) {
  how = () => start(definition, labels);
  void engine();
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
    const own = await start(definitionJson, labelsJson);
    isHushed = true;
    const request = { blob, name: data.split('/').at(-1), today: today(), question: copy };
    const { error } = await own.read(request, () => {});
    if (error !== undefined) {
      isHushed = false;
      throw new Error(error);
    }
    return own;
  };
}

// Begins now what the next question would wait for.
export function awake() {
  engine().catch((error) => console.info('Model Census: the engine did not begin.', error));
}

// Where it cannot begin, as when the network is cut, the next question tries
// again.
function engine() {
  begun ??= how().catch((error) => {
    begun = undefined;
    throw error;
  });
  return begun;
}

// Ends once there is an engine to ask.
export async function begin() {
  await engine();
}

async function fetched(name) {
  const response = await fetch(address(name));
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

const today = () => new Date().toISOString().slice(0, 10);

function tell(contract) {
  if (!isHushed) publish(contract);
  isHushed = false;
}

// Reads a file; `encoding` and `entry`, the index of a table in an archive, are
// undefined where the file is to tell. Whoever asks for another file ends the
// one before.
export async function read(blob, name, encoding, entry, question, progress) {
  const request = { blob, name, today: today(), encoding, entry, question: question.slice() };
  const answer = await (await engine()).read(request, ({ bytes, total, records, rate }) =>
    progress(bytes, total, records, rate),
  );
  if (answer.findings) performance.mark('breakdowns-ready');
  return answer;
}

export async function cancel() {
  return (await engine()).cancel();
}

export async function know(countries) {
  return (await engine()).know(countries);
}

// Names the lists of other days, as JSON, to compare with.
export async function knowLists(lists) {
  return (await engine()).knowLists({ lists, today: today() });
}

// Reads a file to compare with; what is shown stays. Gives {name} or {error}.
export async function readBeside(blob, name, question) {
  const request = { blob, name, today: today(), question: question.slice() };
  return (await engine()).beside({ request });
}

// The numbers, which are published too. A question is a view of the module's
// memory, which may move while somebody waits: it is copied at once.
export async function findings(question) {
  const copy = question.slice();
  const answer = await (await engine()).findings(copy);
  performance.mark('breakdowns-ready');
  return answer.findings;
}

// The answer to any other question.
export async function answer(question) {
  const copy = question.slice();
  return (await engine()).answer(copy);
}

async function workerEngine(definition, labels) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const waiting = new Map();
  let count = 0;
  const ask = (ask, question = {}, progress) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject, progress });
      worker.postMessage({ id: count, ask, ...question });
    });
  worker.addEventListener('message', ({ data: { id, value, failed, progress, contract } }) => {
    if (contract !== undefined) return tell(contract);
    const asked = waiting.get(id);
    if (progress !== undefined) return asked?.progress(progress);
    waiting.delete(id);
    if (failed === undefined) asked?.resolve(value);
    else asked?.reject(new Error(failed));
  });
  const started = ask('start', { module: await compiled(), definition, labels });
  const silent = new Promise((_, reject) => {
    worker.addEventListener('error', (event) => {
      const error = new Error(event.message || 'The worker failed.');
      reject(error);
      // A worker that dies while it reads must not leave anyone waiting.
      for (const asked of waiting.values()) asked.reject(error);
      waiting.clear();
    });
    setTimeout(() => reject(new Error('The worker does not answer.')), PATIENCE_MS);
  });
  silent.catch(() => {});
  try {
    await Promise.race([started, silent]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    read: (request, progress) => ask('read', request, progress),
    cancel: () => ask('cancel'),
    know: (countries) => ask('know', { countries }),
    knowLists: (lists) => ask('knowLists', lists),
    beside: (request) => ask('beside', request),
    findings: (question) => ask('findings', { question }),
    answer: (question) => ask('answer', { question }),
  };
}

function pageEngine(definition, labels) {
  const host = new Host(definition, labels);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 0));
  let latest = CANCELLED;
  const follow = async (late, way) => {
    await pause();
    tell(host.contract());
    if (late === undefined) return;
    const sha256 = await fingerprint(new Hasher(), late, way);
    if (sha256 === undefined) return;
    host.setSha256(sha256);
    tell(host.contract());
  };
  return {
    async read(request, progress) {
      latest = request;
      const way = { pause, progress, isOver: () => latest !== request };
      const answer = await readInto(host, request, way);
      if (answer.findings) void follow(answer.late, way);
      return answer;
    },
    cancel() {
      latest = CANCELLED;
    },
    know: (countries) => host.know(countries),
    knowLists: ({ lists, today }) => host.knowLists(lists, today),
    beside: ({ request }) => besideInto(host, new Host(definition, labels), request, { pause }),
    findings(question) {
      void pause().then(() => tell(host.contract()));
      return { findings: host.answer(question) };
    },
    answer: (question) => host.answer(question),
  };
}
