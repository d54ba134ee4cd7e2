// Keeps a file and a definition in this browser, if the reader asks for it.

const NAME = 'model-census';
const STORE = 'kept';
const KEY = 'latest';

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

// `file` is undefined where the data came with the page.
export async function keep(name, file, definition) {
  await act('readwrite', (store) => store.put({ name, file, definition }, KEY));
}

// {name, file, definition}, or undefined.
export async function kept() {
  return soon(act('readonly', (store) => store.get(KEY)));
}

export async function forget() {
  await act('readwrite', (store) => store.delete(KEY));
}
