/** A digest records what dist/ was made from, so that nothing is built where nothing has changed. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isBuiltFrom, recordSources, sourcesDigest } from "../../scripts/build/sources.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "aims-sources-"));
  for (const folder of ["src/room", "rules", "build"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "src/main.ts"), "main");
  writeFileSync(join(root, "src/room/door.ts"), "door");
  writeFileSync(join(root, "rules/one.rego"), "one");
  writeFileSync(join(root, "tsconfig.json"), "{}");
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const digest = (): string => sourcesDigest(root, ["src", "rules", "tsconfig.json"]);

describe("the digest of the sources", () => {
  test("is the same for the same files, whatever else lies beside them and in whatever order they are named", () => {
    const before = digest();
    writeFileSync(join(root, "build/main.js"), "main");
    writeFileSync(join(root, "README.md"), "words");
    expect(digest()).toBe(before);
    expect(sourcesDigest(root, ["tsconfig.json", "rules", "src"])).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  const changes: readonly [string, () => void][] = [
    [
      "a file with other content",
      () => {
        writeFileSync(join(root, "src/room/door.ts"), "gate");
      },
    ],
    [
      "a named file with other content",
      () => {
        writeFileSync(join(root, "tsconfig.json"), "{ }");
      },
    ],
    [
      "a new file",
      () => {
        writeFileSync(join(root, "src/room/window.ts"), "");
      },
    ],
    [
      "a file that is gone",
      () => {
        rmSync(join(root, "rules/one.rego"));
      },
    ],
    [
      "a file of another name",
      () => {
        renameSync(join(root, "src/main.ts"), join(root, "src/index.ts"));
      },
    ],
    [
      "content that has moved from one file to the next",
      () => {
        writeFileSync(join(root, "src/main.ts"), "mai");
        writeFileSync(join(root, "src/room/door.ts"), "ndoor");
      },
    ],
  ];
  test.each(changes)("is another one for %s", (_name, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
  });

  test("needs all that is named", () => {
    expect(() => sourcesDigest(root, ["src", "nowhere"])).toThrow(/ENOENT/);
  });
});

test("a build is up to date where it was made from just these sources", () => {
  const build = join(root, "build");
  expect(isBuiltFrom(build, digest()), "nothing is recorded").toBe(false);
  recordSources(build, digest());
  expect(isBuiltFrom(build, digest())).toBe(true);
  writeFileSync(join(root, "src/main.ts"), "changed");
  expect(isBuiltFrom(build, digest())).toBe(false);
  expect(isBuiltFrom(join(root, "nowhere"), digest())).toBe(false);
});
