import type { HostBuiltin } from "./rego/value.js";

/** Puts a backslash before each character that has a meaning in a glob pattern. */
const quoteMeta: HostBuiltin = (text = null) =>
  typeof text === "string" ? text.replace(/[\\*?[\]{}]/gu, "\\$&") : undefined;

export const globBuiltins: Readonly<Record<string, HostBuiltin>> = { "glob.quote_meta": quoteMeta };
