/**
 * A small text of which something still holds: lines are left out, then runs of characters, as long as it does.
 * @param holds whether it holds of a text; it does of the first one
 */
export function shrink(text: string, holds: (text: string) => boolean): string {
  let smallest = text;
  for (let before = ""; before !== smallest;) {
    before = smallest;
    smallest = withoutParts(smallest.split(/(?<=\n)/), holds);
    smallest = withoutParts(Array.from(smallest), holds);
  }
  return smallest;
}

/** The parts that are needed, together; large groups of them are left out before small ones. */
function withoutParts(parts: readonly string[], holds: (text: string) => boolean): string {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (holds(fewer.join(""))) kept = fewer;
      else at += size;
    }
  }
  return kept.join("");
}
