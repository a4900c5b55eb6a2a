/** Numbers that are always the same for the same seed and step, so that any step of a run can be repeated alone. */
export interface Random {
  /** A whole number from 0 up to below the given one. */
  readonly below: (limit: number) => number;
  /** One of the elements of a list that is not empty. */
  readonly pick: <Element>(list: readonly Element[]) => Element;
  /** True once in so many times. */
  readonly once: (times: number) => boolean;
}

/** The numbers of one step of a run (mulberry32, its state mixed of the two). */
export function randomOf(seed: number, step: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(step + 1, 0xc2b2ae35)) | 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const pick = <Element>(list: readonly Element[]): Element => {
    if (list.length === 0) throw new RangeError("nothing to pick from");
    return list[below(list.length)] as Element;
  };
  return { below, pick, once: (times) => below(times) === 0 };
}
