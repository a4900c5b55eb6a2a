import type { Partners } from "./match-elements.js";

/** A step through two lists at once: what both have or only B, by its index in B, or what only A has, by its index there. */
export type OrderStep = { readonly a: number; readonly b?: undefined } | { readonly a?: undefined; readonly b: number };

/** Walks through B; what only A has comes behind what it came behind in A. */
export function inOrder(lengthOfA: number, partners: Partners): OrderStep[] {
  const positions: (number | undefined)[] = [];
  for (const [index, partner] of partners.entries()) if (partner !== undefined) positions[partner] = index;
  const onlyInA = new Map<number, number[]>();
  let behind = -1;
  for (let index = 0; index < lengthOfA; index += 1) {
    const position = positions[index];
    if (position !== undefined) behind = position;
    else {
      const list = onlyInA.get(behind);
      if (list) list.push(index);
      else onlyInA.set(behind, [index]);
    }
  }
  const steps: OrderStep[] = [];
  for (let b = -1; b < partners.length; b += 1) {
    if (b >= 0) steps.push({ b });
    for (const a of onlyInA.get(b) ?? []) steps.push({ a });
  }
  return steps;
}
