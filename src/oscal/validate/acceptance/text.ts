import type { DatatypeRow } from "./tables.js";

/** Whether a value has the form of a datatype. */
export type ValueTest = (value: unknown) => boolean;

/** A character of a path (RFC 3986, section 3.3). */
const pathCharacter = "(?:[\\w.~!$&'()*+,;=:@-]|%[\\dA-Fa-f]{2})";

/** URIs whose host is no IPv6 address. */
const plainUri = new RegExp(
  [
    "^[A-Za-z][A-Za-z\\d+.-]*:",
    "(?:",
    `//(?:[\\w.~!$&'()*+,;=:-]*@)?[\\w.~!$&'()*+,;=-]*(?::\\d*)?(?:/${pathCharacter}*)*`,
    `|/?${pathCharacter}+(?:/${pathCharacter}*)*`,
    ")",
    `(?:\\?(?:${pathCharacter}|[/?])*)?(?:#(?:${pathCharacter}|[/?])*)?$`,
  ].join(""),
);

/**
 * Forms that nearly all values of a datatype have, cheaper to see than the patterns of the schema, which know every letter there is.
 * A text of such a form fits these patterns as well.
 */
const usual: Readonly<Record<string, readonly RegExp[]>> = {
  string: [/^[!-~](?:[ -~]*[!-~])?$/],
  token: [/^[A-Za-z_][\w.-]*$/],
  "uri-reference": [/^#[\w.-]+$/, /^[\w.-]+(?:\/[\w.-]+)*(?:#[\w.-]+)?$/, plainUri],
  uuid: [/^[\da-f]{8}-[\da-f]{4}-[45][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/],
};

/**
 * Forms to which a datatype is narrowed whose format is more than a pattern: the pattern of dates takes some years of two digits. The
 * generator of the tables ends where a datatype has such a format and is not known here.
 */
const narrowed: Readonly<Record<string, readonly RegExp[]>> = {
  "date-time-with-timezone": [/^\d{4}-/],
  uri: [plainUri],
};

/** The test of a datatype. What it lets pass is valid by the schema; it may refuse some rare forms of URIs. */
export function valueTest(name: string, { type, minimum = -Infinity, patterns }: DatatypeRow): ValueTest {
  switch (type) {
    case "number":
      return (value) => typeof value === "number" && Number.isFinite(value) && value >= minimum;
    case "integer":
      return (value) => Number.isInteger(value) && (value as number) >= minimum;
    case "string":
      return textTest(name, patterns);
  }
}

function textTest(name: string, patterns: DatatypeRow["patterns"]): ValueTest {
  if (name === "markup-line") return (value) => typeof value === "string" && value !== "" && !value.includes("\n");
  const quick = (Object.hasOwn(usual, name) ? usual[name] : undefined) ?? [];
  const narrow = (Object.hasOwn(narrowed, name) ? narrowed[name] : undefined) ?? [];
  let slow: readonly RegExp[] | undefined;
  return (value) => {
    if (typeof value !== "string") return false;
    for (let index = 0; index < quick.length; index += 1) if (quick[index]?.test(value) === true) return true;
    slow ??= [...patterns.map(([source, flags]) => new RegExp(source, flags)), ...narrow];
    return slow.every((pattern) => pattern.test(value));
  };
}
