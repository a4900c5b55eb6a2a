import { membersOf } from "./rego/value.js";
import type { HostBuiltin, RegoValue } from "./rego/value.js";

/** A string, or an array or set of strings, as a list. */
function stringsOf(value: RegoValue): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  const members = membersOf(value);
  return members?.every((member) => typeof member === "string") === true ? members : undefined;
}

function anyMatch(matches: (text: string, part: string) => boolean): HostBuiltin {
  return (search = null, base = null) => {
    const texts = stringsOf(search);
    const parts = stringsOf(base);
    if (texts === undefined || parts === undefined) return undefined;
    return texts.some((text) => parts.some((part) => matches(text, part)));
  };
}

/** Occurrences that do not overlap; of the empty string, one more than there are characters. */
const count: HostBuiltin = (text = null, part = null) => {
  if (typeof text !== "string" || typeof part !== "string") return undefined;
  return part === "" ? Array.from(text).length + 1 : text.split(part).length - 1;
};

/** Positions, counted in characters, of all occurrences, overlapping ones too. */
const indexOfN: HostBuiltin = (text = null, part = null) => {
  if (typeof text !== "string" || typeof part !== "string" || part === "") return undefined;
  const positions: number[] = [];
  let characters = 0;
  let counted = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    for (; counted < at; characters++) counted += (text.codePointAt(counted) ?? 0) > 0xffff ? 2 : 1;
    positions.push(characters);
  }
  return positions;
};

export const stringBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "strings.any_prefix_match": anyMatch((text, part) => text.startsWith(part)),
  "strings.any_suffix_match": anyMatch((text, part) => text.endsWith(part)),
  "strings.count": count,
  indexof_n: indexOfN,
};
