/** Temporary folders. Their paths have no symbolic link in them, so that they are what the program prints. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** Content by path inside a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder for the running test, removed behind it: empty, or with the files. */
export function temporaryFolder(files: Files = {}): string {
  const folder = newFolder(files);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A folder for all tests of the file or the describe block in which it is made, removed behind the last one. */
export function temporaryFolderForAll(files: Files = {}): string {
  const folder = newFolder(files);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function newFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-test-")));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
