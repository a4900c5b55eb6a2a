import { describe, expect, it } from "vitest";
import { AnswerForm, namedAnswers } from "../../../../src/inventory/importers/kit/answers.js";
import { FieldReader, type Conventions } from "../../../../src/inventory/importers/kit/field-reader.js";
import { parsePythonList } from "../../../../src/inventory/importers/kit/lists.js";

const colours = namedAnswers({ red: ["Red", "Crimson"], blue: ["Blue"] });
const sizes = namedAnswers({ small: ["Small"], large: ["Large", "Big"] });
const form = new AnswerForm([
  ["colour", colours],
  ["size", sizes],
]);
const conventions: Conventions = { dates: "month/day/year", parseList: parsePythonList, form };

function row(fields: Readonly<Record<string, string>>, how: Conventions = conventions): FieldReader {
  return new FieldReader({ place: { file: "list.csv", record: 2, line: 7 }, fields }, how);
}

function tree(fields: Readonly<Record<string, unknown>>, how: Conventions = { dates: "iso" }): FieldReader {
  return new FieldReader({ place: { file: "list.json", record: 2, line: 7, pointer: "/list/1" }, fields }, how);
}

/** The oddities as code and place. */
function odd(reader: FieldReader): string[] {
  return reader
    .oddities("7", "s-7")
    .map(({ code, column, pointer }) => [code, column ?? pointer].filter((part) => part !== undefined).join(" "));
}

describe("FieldReader on a row", () => {
  it("leaves blanks out without a word", () => {
    const reader = row({ a: "", b: "  " });
    expect([reader.text("a"), reader.text("b"), reader.text("not there"), reader.links("b"), reader.date("a")]).toEqual(
      Array.from({ length: 5 }),
    );
    expect([reader.answer("a", colours), reader.answers("b", colours), reader.texts("a")]).toEqual([
      undefined,
      undefined,
      [],
    ]);
    expect(odd(reader)).toEqual([]);
  });

  it("reports words that say nothing, and cuts what is too long", () => {
    const reader = row({ a: "N/A", b: "TBD.", c: "x".repeat(20_001), d: "No comment" });
    expect([reader.text("a"), reader.text("b"), reader.text("d")]).toEqual([undefined, undefined, "No comment"]);
    expect(reader.text("c")).toBe(`${"x".repeat(19_999)}…`);
    expect(reader.oddities("7", "s-7")[0]).toEqual({
      code: "placeholder-text",
      severity: "info",
      message: '"N/A" says nothing in a; the field is left blank.',
      record: 2,
      line: 7,
      id: "7",
      system: "s-7",
      column: "a",
      value: "N/A",
    });
    expect(odd(reader)).toEqual(["placeholder-text a", "placeholder-text b", "text-cut c"]);
  });

  it("knows the fillers of a format", () => {
    const reader = row({ a: "NOASSERTION", b: "see wiki" }, { dates: "iso", fillers: new Set(["noassertion"]) });
    expect([reader.text("a"), reader.text("b")]).toEqual([undefined, "see wiki"]);
  });

  it("takes answers of the field's own list only", () => {
    const reader = row({ colour: "a) crimson", size: "Blue", weight: "Heavy" });
    expect(reader.answer("colour", colours)).toBe("red");
    expect(reader.answer("size", sizes)).toBeUndefined();
    expect(reader.answer("weight", sizes)).toBeUndefined();
    expect(reader.oddities("7", "s-7").map(({ code, message }) => [code, message])).toEqual([
      [
        "value-in-wrong-column",
        "The value in size is an answer of colour; it is not accepted here, and the field is left blank.",
      ],
      ["unreadable-answer", "The text in weight is none of its answers; the field is left blank."],
    ]);
  });

  it("takes a list of answers as a whole or not at all", () => {
    const reader = row({ a: "['Red', 'blue', 'Crimson']", b: "['Red', 'Green']", c: "['Red'", d: "[]", e: "Blue" });
    expect(["a", "b", "c", "d", "e"].map((field) => reader.answers(field, colours))).toEqual([
      ["red", "blue"],
      undefined,
      undefined,
      undefined,
      ["blue"],
    ]);
    expect(odd(reader)).toEqual(["unreadable-answer b", "unreadable-list c"]);
  });

  it("reads dates in the order of the format, and says why it reads none", () => {
    const reader = row({ a: "1/15/2025", b: "15/1/2025", c: "soon", d: "Large", e: "Jul-25" });
    expect(["a", "b", "c", "d", "e"].map((field) => reader.date(field))).toEqual([
      { date: "2025-01-15", ambiguous: false },
      undefined,
      undefined,
      undefined,
      { date: "2025-07", ambiguous: true },
    ]);
    expect(odd(reader)).toEqual([
      "impossible-date b",
      "unreadable-date c",
      "value-in-wrong-column d",
      "ambiguous-date e",
    ]);
    const iso = row({ a: "2025-02-30" }, { dates: "iso" });
    expect(iso.date("a")).toBeUndefined();
    expect(iso.oddities("7", "s-7")[0]?.message).toBe(
      '"2025-02-30" is not a date of the calendar, or its year is out of range; the field is left blank.',
    );
  });

  it("reads links and reports words in their place", () => {
    const reader = row({ a: "https://a.example, b.example", b: "on request" });
    expect([reader.links("a"), reader.links("b")]).toEqual(["https://a.example b.example", undefined]);
    expect(odd(reader)).toEqual(["not-a-link b"]);
  });

  it("says of a value which column it came from, and how it was written", () => {
    const reader = row({ colour: " Crimson ", name: "Finder" });
    expect(reader.source("colour", "red")).toEqual({ column: "colour", value: "Crimson" });
    expect(reader.source("name", "Finder")).toEqual({ column: "name" });
    expect(reader.source("not there", "made", "inferred")).toEqual({ column: "not there", confidence: "inferred" });
  });
});

describe("FieldReader on a tree", () => {
  const model = {
    name: "Ranker",
    version: 2,
    open: true,
    nothing: null,
    card: { task: "ranking", limits: ["slow", "", "TBD", { why: "?" }] },
    sets: [{ name: "a/b" }, null, { name: "c" }],
    colours: ["Red", "Blue"],
    one: "alone",
  };

  it("follows steps to what lies deeper, and takes numbers and yes or no as text", () => {
    const reader = tree(model);
    expect(reader.text(["card", "task"])).toBe("ranking");
    expect(reader.text("version")).toBe("2");
    expect(reader.found("open")).toBe("true");
    expect([reader.text("nothing"), reader.text(["nothing", "below"]), reader.text(["sets", "name"])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(reader.source(["card", "task"], "ranking")).toEqual({ pointer: "/list/1/card/task" });
    expect(odd(reader)).toEqual([]);
  });

  it("follows own properties only", () => {
    const reader = tree(JSON.parse('{"__proto__": {"a": "mine"}, "list": ["x"]}') as Record<string, unknown>);
    expect(reader.text(["__proto__", "a"])).toBe("mine");
    expect([reader.value("constructor"), reader.value(["list", "length"]), reader.value(["list", 1])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("reads the texts of a list, or of one text without its list", () => {
    const reader = tree(model);
    expect(reader.texts(["card", "limits"])).toEqual(["slow"]);
    expect(reader.texts("one")).toEqual(["alone"]);
    expect(odd(reader)).toEqual(["placeholder-text /list/1/card/limits/2", "wrong-type /list/1/card/limits/3"]);
  });

  it("hands out parts that keep their place and report to the whole", () => {
    const reader = tree(model);
    const parts = reader.parts("sets");
    expect(parts.map((part) => [part.text("name"), part.source("name", "x")])).toEqual([
      ["a/b", { pointer: "/list/1/sets/0/name", value: "a/b" }],
      ["c", { pointer: "/list/1/sets/2/name", value: "c" }],
    ]);
    expect(reader.part("card").part("deeper").text("still")).toBeUndefined();
    reader.part("card").report("not-a-link", "info", "Odd.", "x~/y");
    expect(odd(reader)).toEqual(["not-a-link /list/1/card/x~0~1y"]);
  });

  it("says that a list or an object stands where a text is asked for", () => {
    const reader = tree(model);
    expect([reader.text("card"), reader.answer("colours", colours), reader.date("sets"), reader.links("card")]).toEqual(
      [undefined, undefined, undefined, undefined],
    );
    expect(reader.oddities("7", "s-7").map(({ code, message }) => [code, message])).toEqual([
      ["wrong-type", "/list/1/card holds an object where a text is asked for; the field is left blank."],
      ["wrong-type", "/list/1/colours holds a list where a text is asked for; the field is left blank."],
      ["wrong-type", "/list/1/sets holds a list where a text is asked for; the field is left blank."],
      ["wrong-type", "/list/1/card holds an object where a text is asked for; the field is left blank."],
    ]);
  });

  it("takes the answers of a list as a whole or not at all", () => {
    const reader = tree({ ...model, mixed: ["Red", ["Blue"]], empty: [] });
    expect(["colours", "mixed", "empty"].map((field) => reader.answers(field, colours))).toEqual([
      ["red", "blue"],
      undefined,
      undefined,
    ]);
    expect(odd(reader)).toEqual(["wrong-type /list/1/mixed/1"]);
  });
});
