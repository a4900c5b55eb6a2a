/** Values of OSCAL's datatypes for property tests: valid, and as awkward as the datatype allows. */
import fc from "fast-check";
import type { Json } from "../support/project.js";
import { markupLine, markupMultiline } from "./arbitrary-markup.js";
import { awkwardText, longText } from "./arbitrary-text.js";

/** No Han character: xmllint, which judges the XML, does not take them for letters. */
const letters = ["a", "Z", "_", "é", "ß", "Ł", "Ω", "ж", "א", "خ", "ひ", "\u{1d4b3}"];
const nameParts = [...letters, "0", "9", ".", "-", "٣", "४", "Ⅷ", "²"];

const token: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("a", "_", "__proto__", "constructor", "true", "null", "yes", "y", "ac-2.1_smt.a"),
  fc
    .tuple(fc.constantFrom(...letters), fc.array(fc.constantFrom(...nameParts), { maxLength: 12 }))
    .map(([first, rest]) => first + rest.join("")),
);

const digit = fc.nat({ max: 9 }).map(String);

/** Days from 1900 to 2999; the pattern of the datatype knows no 29th of February before 2000. */
const day: fc.Arbitrary<string> = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  .map((date) => (/^19\d\d-02-29$/.test(date) ? "2024-02-29" : date));

const zone = fc.constantFrom("Z", "+00:00", "-00:00", "+14:00", "-12:00", "+05:45", "+10:30", "-03:30", "+01:00");
const clock = fc.constantFrom("00:00:00", "23:59:59", "12:30:00", "09:05:07");
const fraction = fc.oneof(
  fc.constant(""),
  fc.array(digit, { minLength: 1, maxLength: 12 }).map((digits) => `.${digits.join("")}`),
);

const uuid: fc.Arbitrary<string> = fc
  .tuple(fc.uuid({ version: [4, 5] }), fc.boolean())
  .map(([id, upper]) => (upper ? id.toUpperCase() : id));

const segment = fc.constantFrom(
  "a",
  "b.json",
  "..",
  ".",
  "a%20b",
  "%E2%82%AC",
  "a;b=c",
  "a,b",
  "(a)",
  "a+b",
  "~a",
  "'a'",
  "$&",
  "!*",
  "a:b@c",
);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));
const query = fc.constantFrom("", "?a=b&c=d", "?", "?%3C&amp;=1");
const fragment = fc.oneof(
  fc.constantFrom("", "#", "#a/b?c"),
  uuid.map((id) => `#${id}`),
);
const authority = fc.constantFrom(
  "example.org",
  "user@example.org:8080",
  "[2001:db8::1]",
  "192.0.2.1:80",
  "xn--bcher-kva.example",
);

const uri: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "urn:uuid:6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64",
    "mailto:a@example.org",
    "urn:isbn:0451450523",
    "tag:example.org,2026:a",
  ),
  fc
    .tuple(fc.constantFrom("http", "https", "ftp", "x-a+b.c"), authority, path, query, fragment)
    .map(([scheme, host, way, asked, part]) => `${scheme}://${host}/${way}${asked}${part}`),
);

const uriReference: fc.Arbitrary<string> = fc.oneof(
  uuid.map((id) => `#${id}`),
  uri,
  // The first segment of a relative path takes no colon: it would be a scheme.
  fc.tuple(path, query, fragment).map(([way, asked, part]) => `./${way}${asked}${part}`),
  fc.constantFrom("a.json", "../catalog/a.xml#b", "?a", "//example.org/a"),
);

const email: fc.Arbitrary<string> = fc.constantFrom(
  ...["a@example.org", "o'neil+tag@sub.example.org", "a.b@xn--bcher-kva.example", "0@1.example", "{a}|b@example.org"],
);

/** Numbers that JSON and XSD's decimal both have exactly, within the 24 digits that readers of XSD take. */
const decimal: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 99.9, -1, 1e15, 1e-7, 123456789.125, 0.1 + 0.2),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((number) => number / 1000 + 0),
);

/** By the name of the datatype in the metaschema. @throws for a datatype that is not known */
export function arbitraryValue(datatype: string): fc.Arbitrary<Json> {
  switch (datatype) {
    case "base64":
      return fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("base64"));
    case "boolean":
      return fc.boolean();
    case "date":
      return fc.tuple(day, fc.oneof(fc.constant(""), zone)).map((parts) => parts.join(""));
    case "date-time-with-timezone":
      return fc.tuple(day, fc.constant("T"), clock, fraction, zone).map((parts) => parts.join(""));
    case "decimal":
      return decimal;
    case "email-address":
      return email;
    case "markup-line":
      return markupLine;
    case "markup-multiline":
      return markupMultiline;
    case "non-negative-integer":
      return fc.oneof(fc.constantFrom(0, Number.MAX_SAFE_INTEGER), fc.nat());
    case "positive-integer":
      return fc.oneof(fc.constantFrom(1, Number.MAX_SAFE_INTEGER), fc.integer({ min: 1 }));
    case "string":
      return fc.oneof({ weight: 60, arbitrary: awkwardText }, { weight: 1, arbitrary: longText });
    case "token":
      return token;
    case "uri":
      return uri;
    case "uri-reference":
      return uriReference;
    case "uuid":
      return uuid;
    default:
      throw new Error(`There are no values for the datatype ${datatype}`);
  }
}
