// Writes one file beside the page. office.js talks to it.
import init, * as office from '#office';

addEventListener('message', async ({ data: { kind, input } }) => {
  try {
    await init();
    const file = office[kind](input);
    postMessage({ file }, [file.buffer]);
  } catch (error) {
    postMessage({ failed: String(error?.message ?? error) });
  }
});

postMessage({ isThere: true });
