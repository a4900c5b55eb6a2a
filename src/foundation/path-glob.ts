/**
 * Whether a path with "/" fits a glob pattern: `*` stands for any text within a segment, `?` for one character, `**` as a segment for
 * any number of segments. Takes no more steps than pattern and path are long, multiplied.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  const parts = pattern.split("/");
  const segments = path.split("/");
  // reached[i]: the pattern so far fits the first i segments.
  let reached = Array.from({ length: segments.length + 1 }, (_, index) => index === 0);
  for (const part of parts) {
    const next = reached.map(() => false);
    for (let index = 0; index <= segments.length; index += 1) {
      if (part === "**") next[index] = reached[index] === true || (index > 0 && next[index - 1] === true);
      else if (index > 0) next[index] = reached[index - 1] === true && segmentFits(segments[index - 1] ?? "", part);
    }
    reached = next;
  }
  return reached[segments.length] === true;
}

function segmentFits(segment: string, part: string): boolean {
  let at = 0;
  let partAt = 0;
  let star = -1;
  let starAt = 0;
  while (at < segment.length) {
    if (partAt < part.length && part[partAt] === "*") {
      star = partAt;
      starAt = at;
      partAt += 1;
    } else if (partAt < part.length && (part[partAt] === "?" || part[partAt] === segment[at])) {
      at += 1;
      partAt += 1;
    } else if (star >= 0) {
      // The last star takes one character more.
      starAt += 1;
      at = starAt;
      partAt = star + 1;
    } else return false;
  }
  while (part[partAt] === "*") partAt += 1;
  return partAt === part.length;
}
