// The live preview in the dialog for embedding: a frame of this page.

// Tells the frame's heights, and gives it the shown file when it asks for one.
export function attend(frame, file, name, onHeight) {
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    if (data?.source !== 'model-census') return;
    if (data.type === 'height') onHeight(data.height);
    if (data.type === 'await' && data.kind === 'data') {
      source.postMessage({ source: 'model-census', v: 1, type: 'give', id: data.id, kind: 'data', name, blob: file() }, origin);
    }
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}
