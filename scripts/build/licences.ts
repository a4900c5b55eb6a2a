import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Metafile } from "esbuild";

/** The file of a build with the licences of what is bundled. */
export const LICENCES = "THIRD-PARTY-LICENSES.txt";

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;
const RULE = "=".repeat(78);

/** Absolute paths of the packages of which code is in bundles, sorted. @param folder absolute path of the build */
export function bundledPackages(folder: string, bundles: readonly Metafile[]): string[] {
  const modules = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );
  const packages = modules.flatMap((path) => /^[^:]*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(packages.map((path) => resolve(folder, path)))].sort();
}

/**
 * The licence texts of packages.
 * @param packages their absolute paths
 * @throws Error where one has no licence text
 */
export function licenceTexts(packages: readonly string[]): string {
  const sections = packages.map((path) => {
    const description = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Record<string, unknown>;
    const title = `${String(description.name)} ${String(description.version)} (${String(description.license)})`;
    const texts = readdirSync(path)
      .filter((name) => LICENCE_FILE.test(name))
      .sort()
      .map((name) => readFileSync(join(path, name), "utf8").trim());
    if (texts.length === 0) throw new Error(`${title} has no licence text`);
    return `${RULE}\n${title}\n${RULE}\n\n${texts.join("\n\n")}\n`;
  });
  const head =
    "The program (main.js and bin/) contains code of the packages that are named below, under the licences whose\ntexts follow.\n";
  return [head, ...sections].join("\n");
}
