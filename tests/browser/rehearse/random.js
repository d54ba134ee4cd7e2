// Random numbers that come again for the same seed.

/** A source of them: `below(n)`, `chance(part)`, `one(of)`. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let own = Math.imul(state ^ (state >>> 15), state | 1);
    own ^= own + Math.imul(own ^ (own >>> 7), own | 61);
    return ((own ^ (own >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, chance: (part) => next() < part, one: (of) => of[below(of.length)] };
}
