// Static hosts that stop after the last test of a file.
import { after } from 'node:test';
import * as faulty from './faulty_host.js';
import * as host from './static_host.js';

const hosts = new Set();

after(() => Promise.all([...hosts].map(({ stop }) => stop())));

/** As `serve` of static_host.js. */
export async function serve(folder, how) {
  const served = await host.serve(folder, how);
  hosts.add(served);
  return served;
}

/** As `serveFaulty` of faulty_host.js. */
export async function serveFaulty(folder) {
  const served = await faulty.serveFaulty(folder);
  hosts.add(served);
  return served;
}
