// Puts things on the clipboard, in every form that others paste.

// A table or a text: `html` may be empty. True where the browser let it. The
// older way comes first: what the newer one is given it parses as part of this
// page, whose policy then takes the table's look from it.
export async function copy(text, html) {
  if (copyByEvent(text, html)) return true;
  const forms = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (html !== '') forms['text/html'] = new Blob([html], { type: 'text/html' });
  try {
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}

// It also works where there is no secure connection.
function copyByEvent(text, html) {
  let given = false;
  const give = (event) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (html !== '') event.clipboardData.setData('text/html', html);
    given = true;
  };
  document.addEventListener('copy', give);
  try {
    return document.execCommand('copy') && given;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', give);
  }
}

// A picture, whose bytes may still be on their way: the browser remembers the
// press of the button only for a moment.
export async function copyPicture(bytes) {
  try {
    const blob = bytes.then((bytes) => new Blob([bytes], { type: 'image/png' }));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return true;
  } catch {
    return false;
  }
}
