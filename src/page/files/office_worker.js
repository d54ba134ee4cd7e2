// Writes one file beside the page. office.js talks to it.
import init, * as office from '#office';
import address from '#built/office/model_census_office_bg.wasm?url';
import { compileIntact, know } from '../browser/intact.js';

addEventListener('message', async ({ data: { kind, input, files } }) => {
  try {
    know(files);
    await init({ module_or_path: compileIntact(address) });
    const file = office[kind](input);
    postMessage({ file }, [file.buffer]);
  } catch (error) {
    postMessage({ failed: String(error?.message ?? error) });
  }
});

postMessage({ isThere: true });
