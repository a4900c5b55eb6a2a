import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSpool } from "../../src/files/spool.js";
import { OutputFile } from "../../src/files/write.js";
import { temporaryFolder } from "../support/folder.js";

/** Length in bytes of the pieces that the spool reads and writes. */
const CHUNK = 1 << 16;

/** Puts lines into a spool and reads it twice. @returns both readings */
function through(folder: string, lines: readonly string[]): [first: string[], second: string[]] {
  const spool = new LineSpool(folder);
  try {
    for (const line of lines) spool.add(line);
    return [[...spool.lines()], [...spool.lines()]];
  } finally {
    spool.close();
  }
}

describe("LineSpool", () => {
  it("removes nothing but its own file, though another has its name by now", () => {
    const folder = temporaryFolder();
    const spool = new LineSpool(folder);
    const file = new OutputFile(join(folder, "report.json"));
    file.write("{}");
    spool.close();
    file.commit();
    expect(readdirSync(folder)).toEqual(["report.json"]);
    expect(readFileSync(join(folder, "report.json"), "utf8")).toBe("{}");
  });

  it("gives back the lines that went in, twice, and leaves nothing behind", () => {
    const folder = temporaryFolder();
    // Characters of one to four bytes, no line feed; a lone surrogate has no form in UTF-8.
    const line = fc.string({
      unit: fc.constantFrom("a", " ", "é", "研", "😀", "\r", "\u2028", "\u0000", '"'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        expect(through(folder, lines)).toEqual([lines, lines]);
        expect(readdirSync(folder)).toEqual([]);
      }),
    );
  });

  it.each(["a", "é", "研", "😀"])("keeps lines whole across the edges of its chunks: %s", (character) => {
    const folder = temporaryFolder();
    const width = Buffer.byteLength(character);
    for (let shift = -5; shift <= 5; shift += 1) {
      // The character stands at, before and behind the edge; a line is longer than a chunk.
      const lines = [
        "x".repeat(CHUNK - width + shift) + character,
        "",
        character.repeat(CHUNK + shift),
        "y".repeat(CHUNK - 1),
        "end",
      ];
      const [first, second] = through(folder, lines);
      expect(first.map((each, index) => each === lines[index])).toEqual(lines.map(() => true));
      expect(second).toHaveLength(lines.length);
    }
  });

  it("can be added to after it was read, and read by two readers at once", () => {
    const spool = new LineSpool(temporaryFolder());
    spool.add("one");
    expect([...spool.lines()]).toEqual(["one"]);
    spool.add("two");
    const [a, b] = [spool.lines(), spool.lines()];
    expect([a.next().value, b.next().value, a.next().value, b.next().value]).toEqual(["one", "one", "two", "two"]);
    spool.close();
  });

  it("gives back lines by their positions, in any order, also those that are longer than a chunk", () => {
    const spool = new LineSpool(temporaryFolder());
    const lines = ["one", "", "é研😀", "x".repeat(3 * CHUNK), "y".repeat(CHUNK - 3), "😀", "end"];
    const positions = lines.map((line) => spool.add(line));
    const shuffled = [6, 3, 0, 5, 4, 2, 1, 3];
    const found = [...spool.linesAt(shuffled.map((index) => positions[index] ?? 0))];
    expect(found.map((line, index) => line === lines[shuffled[index] ?? 0])).toEqual(shuffled.map(() => true));
    expect([...spool.linesAt(positions)].map((line) => line.length)).toEqual(lines.map((line) => line.length));
    expect(() => [...spool.linesAt([1 << 30])]).toThrow(new RangeError("There is no line at 1073741824."));
    spool.close();
    expect(() => [...spool.linesAt([0])]).toThrow("closed");
  });

  it("is empty when nothing went in", () => {
    expect(through(temporaryFolder(), [])).toEqual([[], []]);
  });

  it.skipIf(process.platform === "win32")("has no name from the start, so that nothing is left by a hard kill", () => {
    // Windows keeps the name as long as the file is open.
    const folder = temporaryFolder();
    const spool = new LineSpool(folder);
    spool.add("x".repeat(2 * CHUNK));
    expect(readdirSync(folder)).toEqual([]);
    expect([...spool.lines()]).toEqual(["x".repeat(2 * CHUNK)]);
    spool.close();
  });

  it("serves several in one folder at once", () => {
    const folder = temporaryFolder();
    const [a, b] = [new LineSpool(folder), new LineSpool(folder)];
    a.add("a");
    b.add("b");
    expect([[...a.lines()], [...b.lines()]]).toEqual([["a"], ["b"]]);
    a.close();
    b.close();
  });

  it("can be read and closed when its folder has gone", () => {
    const folder = join(temporaryFolder({ "out/keep": "" }), "out");
    const spool = new LineSpool(folder);
    spool.add("one");
    rmSync(folder, { recursive: true });
    expect([...spool.lines()]).toEqual(["one"]);
    spool.close();
    expect(existsSync(folder)).toBe(false);
  });

  it("says when the folder is not there", () => {
    expect(() => new LineSpool(join(temporaryFolder(), "nowhere"))).toThrow(/ENOENT/);
  });
});
