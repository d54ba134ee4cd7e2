// Keeps a file and a definition in this browser, if the reader asks for it.

const NAME = 'model-census';
const STORE = 'kept';
const KEY = 'latest';
const CARRIED = 'carried';

// A store that says nothing for so long will not say anything: the page goes on
// without it.
const PATIENCE_MS = 2_000;

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('Another tab has it.'));
  });
}

function soon(promise) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The browser’s store does not answer.')), PATIENCE_MS);
  });
  return Promise.race([promise, late]);
}

async function act(mode, ask) {
  const database = await soon(open());
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      // What was written is there only once the transaction is through.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

// Why a file cannot be read any more, such as one that is gone; undefined where
// it can.
async function unreadable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

// `file` is undefined where the data came with the page. Throws a text where the
// file is the reason.
export async function keep(name, file, definition) {
  const reason = file && (await unreadable(file));
  if (reason !== undefined) throw reason;
  await act('readwrite', (store) => store.put({ name, file, definition }, KEY));
}

// {name, file, definition}, or undefined; `isLost` where the browser has the file
// no more, `isCarried` where it only came over from an older version of the page.
export async function kept() {
  const records = await soon(act('readonly', (store) => store.getAll()));
  const record = records.find(({ isCarried }) => isCarried) ?? records[0];
  if (record?.file === undefined || (await unreadable(record.file)) === undefined) return record;
  return { ...record, file: undefined, isLost: true };
}

// Loads the page anew, in the version that is there, with a file that this one has
// no code for. Where nothing can be stored the reader has to open it again.
export async function carry(file, name) {
  if (file) await act('readwrite', (store) => store.put({ name, file, isCarried: true }, CARRIED)).catch(() => {});
  location.reload();
}

export async function forgetCarried() {
  await act('readwrite', (store) => store.delete(CARRIED));
}

export async function forget() {
  await act('readwrite', (store) => store.delete(KEY));
}
