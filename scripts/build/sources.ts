import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** File of a build that says what it was made from. */
const RECORD = ".sources";

/**
 * SHA-256 in hexadecimal over names and contents of all files that are named, or lie in a folder that is named.
 * @param sources paths from the root
 * @throws Error where one of them is not there
 */
export function sourcesDigest(root: string, sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const source of [...sources].sort()) {
    if (!statSync(join(root, source)).isDirectory()) addFile(hash, root, source);
    else for (const name of filesIn(join(root, source))) addFile(hash, root, `${source}/${name}`);
  }
  return hash.digest("hex");
}

function addFile(hash: Hash, root: string, name: string): void {
  const content = readFileSync(join(root, name));
  // The length before the content: no other names and contents read the same one behind the other.
  hash.update(`${name}\0${String(content.length)}\0`).update(content);
}

/** Paths of all files below a folder, with "/" on every platform. */
function filesIn(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) found.push(...filesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`));
    else found.push(entry.name);
  }
  return found.sort();
}

/** Writes into a finished build what it was made from. */
export function recordSources(build: string, digest: string): void {
  writeFileSync(join(build, RECORD), `${digest}\n`);
}

/** Whether a folder holds a build that was made from just that. */
export function isBuiltFrom(build: string, digest: string): boolean {
  try {
    return readFileSync(join(build, RECORD), "utf8") === `${digest}\n`;
  } catch {
    return false; // A build without a record is not finished.
  }
}
