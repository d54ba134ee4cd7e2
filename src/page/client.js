// Asks the worker, or where none can start (file:, old browsers) the same code
// in the page, in slices short enough not to be felt.
import { fetchAnswers, Hasher, Host } from '#wasm';
import { publish } from './contract.js';
import { compiled } from './module.js';
import { CANCELLED, fingerprint, read as readInto } from './reading.js';

// A worker that says nothing for so long will not say anything.
const PATIENCE_MS = 15_000;

let engine;

// Begins; `definition` and `labels` are JSON. Questions may be asked at once.
export function connect(definition, labels) {
  engine = workerEngine(definition, labels).catch((error) => {
    console.info('Model Census: no worker, reading in the page.', error);
    return pageEngine(definition, labels);
  });
}

// Reads a file; `encoding` and `entry`, the index of a table in an archive, are
// undefined where the file is to tell. Whoever asks for another file ends the
// one before.
export async function read(blob, name, encoding, entry, question, progress) {
  const today = new Date().toISOString().slice(0, 10);
  const request = { blob, name, today, encoding, entry, question: question.slice() };
  const answer = await (await engine).read(request, ({ bytes, total, records, rate }) =>
    progress(bytes, total, records, rate),
  );
  if (answer.findings) performance.mark('breakdowns-ready');
  return answer;
}

export async function cancel() {
  return (await engine).cancel();
}

export async function know(countries) {
  return (await engine).know(countries);
}

// The numbers, which are published too. A question is a view of the module's
// memory, which may move while somebody waits: it is copied at once.
export async function findings(question) {
  const copy = question.slice();
  const answer = await (await engine).findings(copy);
  performance.mark('breakdowns-ready');
  return answer.findings;
}

// The answer to any other question.
export async function answer(question) {
  const copy = question.slice();
  return (await engine).answer(copy);
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
    if (contract !== undefined) return publish(contract);
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
    findings: (question) => ask('findings', { question }),
    answer: (question) => ask('answer', { question }),
  };
}

function pageEngine(definition, labels) {
  const host = new Host(definition, labels);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 0));
  let latest = CANCELLED;
  const tell = async (late, way) => {
    await pause();
    publish(host.contract());
    if (late === undefined) return;
    const sha256 = await fingerprint(new Hasher(), late, way);
    if (sha256 === undefined) return;
    host.setSha256(sha256);
    publish(host.contract());
  };
  return {
    async read(request, progress) {
      latest = request;
      const way = { pause, progress, isOver: () => latest !== request };
      const answer = await readInto(host, request, way);
      if (answer.findings) void tell(answer.late, way);
      return answer;
    },
    cancel() {
      latest = CANCELLED;
    },
    know: (countries) => host.know(countries),
    findings(question) {
      void pause().then(() => publish(host.contract()));
      return { findings: host.answer(question) };
    },
    async answer(question) {
      // At once where it can be: a definition must not come after the file.
      if (Host.isLater(question)) await fetchAnswers();
      return host.answer(question);
    },
  };
}
