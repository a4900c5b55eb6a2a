import { RE2JS } from "re2js";

import { safeInteger } from "./rego/value.js";
import type { HostBuiltin } from "./rego/value.js";

/** RE2 regular expressions, which take linear time whatever the pattern: a policy cannot be stalled by an input. */

const patterns = new Map<string, RE2JS | undefined>();
const MOST_CACHED_PATTERNS = 200;

function compiled(pattern: string): RE2JS | undefined {
  if (!patterns.has(pattern)) {
    if (patterns.size >= MOST_CACHED_PATTERNS) patterns.clear();
    patterns.set(pattern, compile(pattern));
  }
  return patterns.get(pattern);
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

/**
 * The matches that do not overlap, from left to right, as start and end of the match and its groups (-1 for a group without
 * a part in it); an empty match right after another one does not count.
 */
function* matchesOf(pattern: RE2JS, text: string): Generator<readonly (readonly [number, number])[]> {
  const matcher = pattern.matcher(text);
  const groups = matcher.groupCount();
  let previousEnd = -1;
  for (let at = 0; at <= text.length && matcher.find(at);) {
    const start = matcher.start();
    const end = matcher.end();
    const adjoins = end === at && start === previousEnd;
    previousEnd = end;
    at = end > at ? end : at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    if (!adjoins) yield Array.from({ length: groups + 1 }, (_, i) => [matcher.start(i), matcher.end(i)] as const);
  }
}

const REFERENCE = /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu;

/** Puts groups into a template: $1, ${1}, $name, ${name}; $$ is a dollar sign, and a group that is not there is empty. */
function expand(template: string, groupText: (group: number) => string, groupNamed: (name: string) => number): string {
  return template.replace(REFERENCE, (whole, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced;
    if (name === undefined) return "$";
    return groupText(/^(?:0|[1-9]\d{0,8})$/u.test(name) ? Number(name) : groupNamed(name));
  });
}

const replace: HostBuiltin = (base = null, pattern = null, value = null) => {
  if (typeof base !== "string" || typeof pattern !== "string" || typeof value !== "string") return undefined;
  const regex = compiled(pattern);
  if (regex === undefined) return undefined;
  const names = regex.namedGroups();
  let text = "";
  let last = 0;
  for (const match of matchesOf(regex, base)) {
    const [start, end] = match[0] ?? [0, 0];
    const groupText = (group: number): string => {
      const [from, to] = match[group] ?? [-1, -1];
      return from < 0 ? "" : base.slice(from, to);
    };
    text +=
      base.slice(last, start) +
      expand(value, groupText, (name) => (Object.hasOwn(names, name) ? (names[name] ?? -1) : -1));
    last = end;
  }
  return text + base.slice(last);
};

/** Up to `limit` matches, all of them where that is negative. */
const findN: HostBuiltin = (pattern = null, text = null, limit = null) => {
  const most = safeInteger(limit);
  if (typeof pattern !== "string" || typeof text !== "string" || most === undefined) return undefined;
  const regex = compiled(pattern);
  if (regex === undefined) return undefined;
  const found: string[] = [];
  for (const [whole] of matchesOf(regex, text)) {
    if (most >= 0 && found.length >= most) break;
    if (whole !== undefined) found.push(text.slice(...whole));
  }
  return found;
};

const matches: HostBuiltin = (pattern = null, text = null) => {
  if (typeof pattern !== "string" || typeof text !== "string") return undefined;
  return compiled(pattern)?.matcher(text).find();
};

/** Up to `limit` matches, all of them where that is negative, each with the texts of its groups. */
const findGroups: HostBuiltin = (pattern = null, text = null, limit = null) => {
  const most = safeInteger(limit);
  if (typeof pattern !== "string" || typeof text !== "string" || most === undefined) return undefined;
  const regex = compiled(pattern);
  if (regex === undefined) return undefined;
  const found: string[][] = [];
  for (const groups of matchesOf(regex, text)) {
    if (most >= 0 && found.length >= most) break;
    found.push(groups.map(([start, end]) => (start < 0 ? "" : text.slice(start, end))));
  }
  return found;
};

export const regexBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "regex.match": matches,
  "regex.is_valid": (pattern = null) => typeof pattern === "string" && compiled(pattern) !== undefined,
  "regex.find_all_string_submatch_n": findGroups,
  "regex.replace": replace,
  "regex.find_n": findN,
};
