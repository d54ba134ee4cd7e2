// Hands the picked file to the worker that the address names, and tells of the
// result with the event of the page, so that all are measured alike.
const query = new URLSearchParams(location.search);
const contender = query.get('contender');

if (contender === 'empty') {
  document.documentElement.dataset.ready = '';
} else {
  const worker = new Worker(`${contender}-worker.js`, { type: contender === 'papa' ? 'classic' : 'module' });
  let name;
  worker.addEventListener('message', ({ data }) => {
    if (data === 'ready') document.documentElement.dataset.ready = '';
    else dispatchEvent(new CustomEvent('census:ready', { detail: { ...data, source: { name } } }));
  });
  worker.addEventListener('error', ({ message }) => {
    dispatchEvent(new CustomEvent('census:error', { detail: { value: name, message } }));
  });
  document.querySelector('input').addEventListener('change', ({ target }) => {
    const [file] = target.files;
    name = file.name;
    worker.postMessage({ file, options: JSON.parse(query.get('options') ?? '{}') });
    target.value = '';
  });
}
