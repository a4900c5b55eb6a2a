import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFiles } from "../../src/files/find.js";
import { memoryReader, memoryWriter } from "../../src/files/memory.js";
import { nodeWriter } from "../../src/files/node-writer.js";
import { packageFile } from "../../src/files/package.js";
import { insideWorkspace } from "../../src/files/paths.js";
import { readBounded, readStandardInput } from "../../src/files/read.js";
import { nodeReader, type Reader } from "../../src/files/reader.js";
import type { Writer } from "../../src/files/writer.js";
import { temporaryFolder, type Files } from "../support/folder.js";

/** The same files on the disk and in memory, under the same paths. */
function both(files: Files): { root: string; readers: readonly [disk: Reader, memory: Reader] } {
  const root = temporaryFolder(files);
  const inMemory = new Map(Object.entries(files).map(([name, content]) => [join(root, name), content]));
  return { root, readers: [nodeReader, memoryReader(inMemory)] };
}

/**
 * Does the work. @returns its result, bytes as text, or the code of the error that the operating system would give. A file in the place
 * of a folder that is needed counts as nothing there, as it does in a search.
 */
async function outcome(work: () => unknown): Promise<unknown> {
  try {
    const result = await work();
    return result instanceof Uint8Array ? Buffer.from(result).toString("latin1") : result;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return error.code === "ENOTDIR" ? "ENOENT" : error.code;
  }
}

/** The answers of a reader about a path, to everything that it can be asked. */
async function seen(reader: Reader, path: string): Promise<unknown> {
  return {
    kind: await outcome(() => reader.stat(path).kind),
    // A disk gives folders a size of their own.
    size: await outcome(() => (reader.stat(path).kind === "file" ? reader.stat(path).size : undefined)),
    real: await outcome(() => reader.realPath(path)),
    bytes: await outcome(() => reader.bytes(path)),
    chunks: await outcome(async () => {
      const chunks = [];
      for await (const chunk of reader.chunks(path)) chunks.push(chunk);
      return Buffer.concat(chunks);
    }),
    entries: await outcome(
      () =>
        new Promise((resolve, reject) => {
          reader.list(path, { withFileTypes: true }, (error, entries) => {
            if (error) reject(error);
            else resolve(entries.map((each) => [each.name, each.isFile(), each.isDirectory()].join(" ")).sort());
          });
        }),
    ),
  };
}

const files: Files = {
  "aims.yaml": "profile: ä\n",
  "bytes.bin": Uint8Array.of(0, 255, 10),
  "empty.json": "",
  "systems/a.yaml": "id: a",
  "systems/deep/b.json": "{}",
  "systems/.hidden.yaml": "",
  "systems/node_modules/c.yaml": "",
};

describe("memoryReader", () => {
  it.each([
    "aims.yaml",
    "bytes.bin",
    "empty.json",
    "systems",
    "systems/deep",
    "systems/deep/b.json",
    ".",
    "none",
    "none/a",
    "aims.yaml/a",
  ])("answers for %s as the disk does", async (name) => {
    const { root, readers } = both(files);
    const [disk, memory] = await Promise.all(readers.map((reader) => seen(reader, join(root, name))));
    expect(memory).toEqual(disk);
  });

  it("answers for any files as the disk does, and finds the same", async () => {
    const part = fc.constantFrom("a", "b", "c.yaml");
    // No file stands in the way of a folder: files and folders have different names.
    const name = fc
      .tuple(fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }), part)
      .map((parts) => parts.flat().join("/"));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, fc.string({ maxLength: 5 }), { noNullPrototype: true }),
        name,
        async (tree, asked) => {
          const { root, readers } = both(tree);
          for (const path of [...Object.keys(tree), asked, dirname(asked)].map((each) => join(root, each))) {
            const [disk, memory] = await Promise.all(readers.map((reader) => seen(reader, path)));
            // Where nothing is written there is no folder either: the disk has the root all the same.
            if (path !== root || Object.keys(tree).length > 0) expect(memory).toEqual(disk);
          }
          if (Object.keys(tree).length === 0) return;
          const [disk, memory] = await Promise.all(
            readers.map((reader) => findFiles(root, ["**/*.yaml", "x/*"], reader)),
          );
          expect(memory).toEqual(disk);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is searched as the disk is", async () => {
    const { root, readers } = both(files);
    const patterns = ["**/*.{yaml,json}", "!systems/deep/**"];
    const [disk, memory] = await Promise.all(readers.map((reader) => findFiles(root, patterns, reader)));
    expect(memory).toEqual(disk);
    expect(memory?.map(({ name }) => name)).toEqual(["aims.yaml", "empty.json", "systems/a.yaml"]);
  });

  it("holds what stays inside a folder, and what leaves it", () => {
    const { root, readers } = both(files);
    for (const path of ["../aims.yaml", "deep/b.json", "none", "../../x", join(root, "aims.yaml")]) {
      const [disk, memory] = readers.map((reader) => insideWorkspace(root, join(root, "systems"), path, reader));
      expect([path, memory]).toEqual([path, disk]);
    }
  });

  it("says in the same words why a file cannot be read", () => {
    const { root, readers } = both(files);
    for (const name of ["none.yaml", "systems"]) {
      const [disk, memory] = readers.map((reader) => readBounded({ file: join(root, name) }, reader));
      expect(memory).toEqual(disk);
      expect(memory).toMatchObject({ code: "unreadable-file" });
    }
  });

  it("has what ships with aims, and nothing else of the disk", () => {
    const { root } = both(files);
    const reader = memoryReader(new Map());
    const shipped = packageFile("package.json");
    expect(reader.bytes(shipped)).toEqual(readFileSync(shipped));
    expect(reader.stat(packageFile("schemas"))).toMatchObject({ kind: "folder" });
    expect(() => reader.bytes(join(root, "aims.yaml"))).toThrow(expect.objectContaining({ code: "ENOENT" }));
    expect(memoryReader(new Map([[shipped, "{}"]])).bytes(shipped)).toEqual(Buffer.from("{}"));
  });

  it("gives the standard input that it is given, or none", async () => {
    expect(await readStandardInput(memoryReader(new Map(), Buffer.from("abc")))).toEqual(Buffer.from("abc"));
    expect(await readStandardInput(memoryReader(new Map()))).toEqual(Buffer.from(""));
  });
});

type Step =
  | { readonly do: "whole"; readonly name: string; readonly text: string }
  | { readonly do: "file"; readonly name: string; readonly pieces: readonly string[]; readonly keep: boolean }
  | {
      readonly do: "staged";
      readonly texts: readonly (readonly [name: string, text: string])[];
      readonly keep: boolean;
    }
  | { readonly do: "spool"; readonly lines: readonly string[] }
  | { readonly do: "ask"; readonly name: string };

/** Does a step. @returns everything that the writer returns on the way */
async function taken(step: Step, root: string, writer: Writer): Promise<unknown> {
  switch (step.do) {
    case "whole":
      return writer.whole(join(root, step.name), step.text);
    case "file": {
      const file = writer.file(join(root, step.name));
      for (const piece of step.pieces) file.write(piece);
      for (const piece of step.pieces) file.write(Buffer.from(piece));
      const before = writer.exists(file.path);
      if (step.keep) file.commit();
      file.discard();
      return [file.path, before, writer.exists(file.path)];
    }
    case "staged": {
      const staged = await writer.staged(root);
      const spool = staged.spool();
      for (const [name, text] of step.texts) {
        staged.append(name, text);
        spool.add(name);
      }
      const lines = [...spool.lines()];
      spool.close();
      const published = step.keep ? staged.publish() : undefined;
      staged.discard();
      return [lines, published];
    }
    case "spool": {
      const spool = await writer.spool(root);
      const read = step.lines.map((line) => {
        spool.add(line);
        return [...spool.lines()];
      });
      spool.close();
      return read;
    }
    case "ask":
      return [writer.exists(join(root, step.name)), writer.realPlace(join(root, step.name))];
  }
}

describe("memoryWriter", () => {
  it("does what the disk does, and ends with the same files", async () => {
    const name = fc.constantFrom("a.json", "b.json", "x/c.json", "x/y/d.json");
    const text = fc.constantFrom("", "one", "two\n", "ä");
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.tuple(name, text).map(([file, content]) => ({ do: "whole", name: file, text: content }) as const),
      fc
        .tuple(name, fc.array(text, { maxLength: 3 }), fc.boolean())
        .map(([file, pieces, keep]) => ({ do: "file", name: file, pieces, keep }) as const),
      fc
        .tuple(fc.array(fc.tuple(name, text), { maxLength: 4 }), fc.boolean())
        .map(([texts, keep]) => ({ do: "staged", texts, keep }) as const),
      fc.array(fc.constantFrom("", "a", "é"), { maxLength: 3 }).map((lines) => ({ do: "spool", lines }) as const),
      name.map((file) => ({ do: "ask", name: file }) as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const root = temporaryFolder();
        const written = new Map<string, Uint8Array>();
        const memory = memoryWriter(written);
        for (const each of steps) {
          expect([each, await taken(each, root, memory)]).toEqual([each, await taken(each, root, nodeWriter)]);
        }
        const onDisk = readdirSync(root, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name: file }) => join(parentPath, file));
        expect(new Map([...written].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))).toEqual(
          new Map(onDisk.map((path) => [path, readFileSync(path, "utf8")])),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("keeps nothing of a file that is given up, and leaves one with the same content unchanged", async () => {
    const written = new Map<string, Uint8Array>();
    const writer = memoryWriter(written);
    const file = writer.file("/ws/a.json");
    file.write("given up");
    file.discard();
    const staged = await writer.staged("/ws");
    staged.append("b.json", "given up");
    staged.discard();
    writer.folder("/ws/c").removeIfEmpty();
    expect(written).toEqual(new Map());
    expect([writer.whole("/ws/a.json", "1"), writer.whole("/ws/a.json", "1"), writer.whole("/ws/a.json", "2")]).toEqual(
      [...["written", "unchanged", "written"]],
    );
    expect(written).toEqual(new Map([["/ws/a.json", Buffer.from("2")]]));
  });

  it("refuses a file that was given up or committed, as the disk does", () => {
    const written = new Map<string, Uint8Array>();
    const writer = memoryWriter(written);
    const [givenUp, committed] = [writer.file("/ws/a.json"), writer.file("/ws/b.json")];
    givenUp.discard();
    committed.commit();
    committed.discard();
    for (const file of [givenUp, committed]) {
      expect(() => {
        file.write("late");
      }).toThrow("committed or discarded");
      expect(() => {
        file.commit();
      }).toThrow("committed or discarded");
    }
    expect([...written.keys()]).toEqual(["/ws/b.json"]);
  });

  it("adds to the end of a file as the disk does, and makes one that is not there", async () => {
    const root = temporaryFolder({ "a.md": "ä", "d/b.md": "" });
    const memory = new Map([
      [join(root, "a.md"), "ä"],
      [join(root, "d/b.md"), ""],
    ]);
    const attempts = [memoryWriter(memory), nodeWriter].map((writer) =>
      Promise.all(
        ["a.md", "a.md", "new.md", "d"].map((name) =>
          outcome(() => {
            writer.append(join(root, name), "+ö");
          }),
        ),
      ),
    );
    const [inMemory, onDisk] = await Promise.all(attempts);
    expect([inMemory, onDisk]).toEqual(Array.from({ length: 2 }, () => [undefined, undefined, undefined, "EISDIR"]));
    const reader = memoryReader(memory);
    for (const [name, text] of [
      ["a.md", "ä+ö+ö"],
      ["new.md", "+ö"],
    ] as const) {
      const path = join(root, name);
      expect([readFileSync(path, "utf8"), Buffer.from(reader.bytes(path)).toString()]).toEqual([text, text]);
    }
  });

  it("knows the files that were there before, and their folders", () => {
    const written: string[] = [];
    const writer = memoryWriter(new Map([["/ws/deep/a.json", "1"]]), (path) => written.push(path));
    const there = ["/ws/deep/a.json", "/ws/deep", "/ws", "/ws/deep/b.json", "/ws/de"].map(writer.exists);
    expect(there).toEqual([true, true, true, false, false]);
    expect(writer.whole("/ws/deep/a.json", "1")).toBe("unchanged");
    expect(writer.whole("/ws/deep/c.json", "1")).toBe("written");
    expect(() => writer.whole("/ws/deep", "1")).toThrow(expect.objectContaining({ code: "EISDIR" }));
    expect(() => writer.whole("/ws/deep/a.json/b", "1")).toThrow(expect.objectContaining({ code: "ENOTDIR" }));
    expect(written).toEqual(["/ws/deep/c.json"]);
  });

  it("does not change with the bytes that it was given", () => {
    const written = new Map<string, Uint8Array>();
    const bytes = Uint8Array.of(1, 2);
    memoryWriter(written).whole("/ws/a.bin", bytes);
    bytes[0] = 9;
    expect(written).toEqual(new Map([["/ws/a.bin", Buffer.from([1, 2])]]));
  });
});
