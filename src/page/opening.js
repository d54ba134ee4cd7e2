// What a first visit shows (src/bin/opening.rs), made when the page is built.
import address from '#built/opening.bin?url';

export async function fetchOpening() {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
