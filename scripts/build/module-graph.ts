import { relative } from "node:path";
import { build } from "esbuild";

/** A module: its size, and what it imports, with itself and later, when it needs it. */
export interface Imports {
  readonly bytes: number;
  readonly now: readonly string[];
  readonly later: readonly string[];
}

/** Imports of modules by their path in the build, with "/"; those of packages begin with "../node_modules/". */
export type ModuleGraph = ReadonlyMap<string, Imports>;

/**
 * Reads which module imports which.
 * @param folder absolute path of the build
 * @param entries paths in it, to start from
 * @param external packages that are left out
 */
export async function readModuleGraph(
  folder: string,
  entries: readonly string[],
  external: readonly string[],
): Promise<ModuleGraph> {
  const { metafile } = await build({
    absWorkingDir: folder,
    bundle: true,
    entryPoints: [...entries],
    external: [...external],
    format: "esm",
    logLevel: "error",
    metafile: true,
    outdir: folder,
    platform: "node",
    tsconfigRaw: {},
    write: false,
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { bytes, imports }]) => {
      const inside = imports.filter((each) => each.external !== true);
      const [later, now] = [true, false].map((isLater) =>
        inside.filter(({ kind }) => (kind === "dynamic-import") === isLater).map((each) => each.path),
      );
      return [path, { bytes, now: now ?? [], later: later ?? [] }];
    }),
  );
}

/** The path of a module as the graph names it. @param path absolute */
export function moduleName(folder: string, path: string): string {
  return relative(folder, path).replaceAll("\\", "/");
}
