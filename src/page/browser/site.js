// Why code of this site may not come: what stands at the page's own address now.

const PATIENCE_MS = 5_000;

// 'newer' where the page is another one by now, 'same', or 'away' where nothing
// answers.
export async function siteIs() {
  const script = document.querySelector('script[type=module][src]')?.getAttribute('src');
  const address = location.href.split(/[?#]/)[0];
  try {
    const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) return 'away';
    return script && !(await response.text()).includes(script) ? 'newer' : 'same';
  } catch {
    return 'away';
  }
}
