// uDSV as its README has it for streams.
import { inferSchema, initParser } from '../modules/uDSV.mjs';
import { Breakdowns } from './breakdowns.js';

const definition = await (await fetch('../../definitions/is-178.json')).json();

addEventListener('message', async ({ data: { file } }) => {
  let parser = null;
  let breakdowns = null;
  const take = (row) => breakdowns.take(row);
  for await (const part of file.stream().pipeThrough(new TextDecoderStream())) {
    if (parser === null) {
      // Said, since the first part may hold no quote to infer it from.
      const schema = inferSchema(part, { encl: '"' });
      parser = initParser(schema);
      breakdowns = new Breakdowns(definition, schema.cols.map(({ name }) => name), file.name);
    }
    parser.chunk(part, parser.stringArrs, take);
  }
  parser.end();
  postMessage(breakdowns.finish());
});
postMessage('ready');
