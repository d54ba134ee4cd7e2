// Calls back once, as soon as an element is about to be seen or printed.

const NEAR_PX = 800;

export function whenNear(element, then) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) once();
    },
    { rootMargin: `${NEAR_PX}px 0px` },
  );
  const once = () => {
    watch.disconnect();
    removeEventListener('beforeprint', once);
    then();
  };
  watch.observe(element);
  addEventListener('beforeprint', once);
}
