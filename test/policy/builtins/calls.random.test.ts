import fc from "fast-check";
import { expect, test } from "vitest";

import { runs } from "../../support/runs.js";
import type { Call } from "./call.js";
import { compareCalls } from "./differential.js";

const json = JSON.stringify;

/** A number as JSON text, in all the ways to write one. */
const numberText = fc.oneof(
  fc.integer().map(String),
  fc.bigInt({ min: -(1n << 70n), max: 1n << 70n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(999))
    .map(([whole, part]) => `${String(whole)}.${String(part)}`),
  fc
    .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -30, max: 30 }))
    .map(([m, e]) => `${String(m)}e${String(e)}`),
);
const text = fc.string({ unit: "grapheme", maxLength: 8 });
const scalar = fc.oneof(numberText, text.map(json), fc.constantFrom("true", "false", "null"));
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
  fc.dictionary(text, scalar, { maxKeys: 3 }).map(
    (object) =>
      `{${Object.entries(object)
        .map(([k, v]) => `${json(k)}: ${v}`)
        .join(", ")}}`,
  ),
);

const directive = fc
  .record({
    flags: fc.string({ unit: fc.constantFrom("+", "-", "#", " ", "0"), maxLength: 2 }),
    index: fc.option(fc.nat(4), { freq: 6 }),
    width: fc.constantFrom("", "", "", "3", "12", "*"),
    precision: fc.constantFrom("", "", "", ".", ".0", ".3", ".*"),
    verb: fc.constantFrom(..."vvsssdddqtfeEgGxXobcUTz%!".split("")),
  })
  .map(
    ({ flags, index, width, precision, verb }) =>
      `%${flags}${index === null ? "" : `[${String(index)}]`}${width}${precision}${verb}`,
  );
const sprintf = fc
  .tuple(fc.array(fc.oneof(text, directive, directive), { maxLength: 4 }), fc.array(value, { maxLength: 4 }))
  .map(([parts, args]): Call => ["sprintf", `[${json(parts.join(""))}, [${args.join(", ")}]]`]);

const nanoseconds = fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }).map(String);
const zone = fc.constantFrom("UTC", "", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Tokyo");
// Within the years for which all releases of the time zone database agree.
const recent = fc.bigInt({ min: 0n, max: 1_735_689_600_000_000_000n });
const time = fc.oneof(
  fc
    .tuple(
      nanoseconds,
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -5000, max: 5000 }),
      fc.integer({ min: -99_999, max: 99_999 }),
    )
    .map((args): Call => ["time.add_date", `[${args.map(String).join(", ")}]`]),
  fc
    .tuple(
      recent,
      zone,
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: -400, max: 400 }),
    )
    .map(([ns, name, ...delta]): Call => [
      "time.add_date",
      `[[${String(ns)}, ${json(name)}], ${delta.map(String).join(", ")}]`,
    ]),
  fc
    .tuple(recent, zone, recent, zone)
    .map(([a, za, b, zb]): Call => ["time.diff", `[[${String(a)}, ${json(za)}], [${String(b)}, ${json(zb)}]]`]),
  fc.tuple(nanoseconds, nanoseconds).map(([a, b]): Call => ["time.diff", `[${a}, ${b}]`]),
  nanoseconds.map((ns): Call => ["time.format", `[${ns}]`]),
  fc
    .date({ min: new Date("1600-01-01"), max: new Date("2300-01-01"), noInvalidDate: true })
    .map((date): Call => ["time.parse_rfc3339_ns", json([date.toISOString()])]),
  fc
    .string({ unit: fc.constantFrom(..."0123456789-T:Z+.".split("")), minLength: 18, maxLength: 26 })
    .map((odd): Call => ["time.parse_rfc3339_ns", json([odd])]),
  fc
    .array(
      fc.tuple(
        fc.double({ min: 0, max: 5000, noNaN: true }).map((n) => n.toFixed(3)),
        fc.constantFrom("ns", "us", "ms", "s", "m", "h", "d", "w", "y"),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts): Call => ["time.parse_duration_ns", json([parts.flat().join("")])]),
);

const identifier = fc.constantFrom("0", "1", "10", "2", "alpha", "beta", "rc-1", "01", "");
const version = fc
  .tuple(
    fc.constantFrom("", "v"),
    fc.array(fc.nat(12), { minLength: 2, maxLength: 4 }),
    fc.array(identifier, { maxLength: 3 }),
    fc.array(identifier, { maxLength: 2 }),
  )
  .map(
    ([v, core, pre, build]) =>
      `${v}${core.join(".")}${pre.length > 0 ? `-${pre.join(".")}` : ""}${build.length > 0 ? `+${build.join(".")}` : ""}`,
  );
const semver = fc.tuple(version, version).map((pair): Call => ["semver.compare", json(pair)]);

const document = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(1, "x", true, null),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "0", "1", "~/"), tie("any"), { maxKeys: 3 }),
  ),
})).any;
const pointer = fc
  .array(fc.constantFrom("a", "b", "0", "1", "-", "~0~1", ""), { maxLength: 3 })
  .map((keys) => keys.map((key) => `/${key}`).join(""));
// Operations on the whole document are in the tables.
const operation = fc
  .record({
    op: fc.constantFrom("add", "add", "remove", "replace", "move", "copy", "test"),
    path: pointer,
    from: pointer,
    value: document,
  })
  .filter(({ op, path, from }) => op === "test" || (path !== "" && from !== ""));
const jsonPatch = fc
  .tuple(document, fc.array(operation, { maxLength: 3 }))
  .map((pair): Call => ["json.patch", json(pair)]);

const letters = fc.string({ unit: fc.constantFrom("a", "b", "é", "😀"), maxLength: 6 });
const oneOrMore = fc.oneof(letters, fc.array(letters, { maxLength: 3 }));
const strings = fc.oneof(
  fc.tuple(letters, letters).map((pair): Call => ["strings.count", json(pair)]),
  fc.tuple(letters, letters).map((pair): Call => ["indexof_n", json(pair)]),
  fc.tuple(oneOrMore, oneOrMore).map((pair): Call => ["strings.any_prefix_match", json(pair)]),
  fc.tuple(oneOrMore, oneOrMore).map((pair): Call => ["strings.any_suffix_match", json(pair)]),
  fc
    .tuple(
      letters,
      fc.constantFrom("a*", "b", "(a)(b)?", "[^a]", "^a|é$", ""),
      fc.constantFrom("<$0>", "$1", "${2}x", "-"),
    )
    .map((args): Call => ["regex.replace", json(args)]),
  fc
    .tuple(fc.constantFrom("a*", "b", "[^a]", "(?i)A+"), letters, fc.integer({ min: -1, max: 3 }))
    .map((args): Call => ["regex.find_n", json(args)]),
);

// One run evaluates a list of calls at once: starting an evaluation costs far more than a call.
test.each([
  ["sprintf", sprintf],
  ["time", time],
  ["semver.compare", semver],
  ["json.patch", jsonPatch],
  ["strings and regular expressions", strings],
])("generated calls of %s agree with OPA's own evaluator", async (_name, call) => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 150, maxLength: 200 }), async (batch) => {
      const comparisons = await compareCalls(batch);
      expect(comparisons.filter(({ opa, wasm }) => opa !== wasm)).toEqual([]);
    }),
    { numRuns: runs(1, 3), endOnFailure: true, seed: 42001 },
  );
});
