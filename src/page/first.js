// Runs before anything is painted: how the page is to look, and whether what
// waits in it (src/page/first_view.rs) is what the reader came for.
{
  const { dataset } = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(`model-census-${key}`)?.replaceAll('"', '');
    } catch {
      // Storage is forbidden: nothing is kept.
      return undefined;
    }
  };
  // A frame shows a part, without the page's head (style/embed.css).
  const part = new URLSearchParams(location.search).get('embed');
  if (part !== null) dataset.embed = part;
  else dataset.theme = kept('theme') ?? 'auto';
  const asksForMore = location.hash.includes('?');
  if (part !== null || asksForMore || kept('language') === 'en') dataset.firstView = 'none';
}
