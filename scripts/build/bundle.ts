import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { isOfPackage, type BundlePlan } from "./bundle-plan.js";
import { moduleName, type ModuleGraph } from "./module-graph.js";

/** Namespace of modules that lie in another file than the one that is made. */
const ELSEWHERE = "elsewhere";
const RESOLVING = "resolving";
/** CommonJS modules of packages require modules of Node. */
const REQUIRE = `import{createRequire}from"node:module";const require=createRequire(import.meta.url);`;
/** Begins the path of a file of the plan. */
const FILE = "file-of-plan:";
/** As the compiler writes it. */
const LATER = /\bimport\("([^"]+)"\)/g;

export interface BundleInput {
  /** Absolute path of the build that holds the modules. */
  readonly folder: string;
  readonly graph: ModuleGraph;
  readonly plan: BundlePlan;
  /** Packages that are loaded from where they are installed. */
  readonly external: readonly string[];
}

/** Writes the files of a plan into the build. @returns what esbuild tells of each */
export async function writeBundles(input: BundleInput): Promise<Metafile[]> {
  const links = new Links(input);
  const names = await exportedNames(input, links.taken);
  const made = await Promise.all(
    [...input.plan].map(async ([file, modules]) =>
      build({
        ...settings(input),
        banner: { js: [hashbangOf(input, file), [...modules].some(isOfPackage) ? REQUIRE : ""].join("") },
        stdin: { contents: links.code([...modules].sort(), names), resolveDir: input.folder },
        outfile: join(input.folder, file),
        plugins: [linking(input, file, links, names)],
      }),
    ),
  );
  // The file of the program takes the place of a module, which all others have read by now.
  for (const { path, contents } of made.flatMap(({ outputFiles }) => outputFiles)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  return made.map(({ metafile }) => metafile);
}

/** The line by which a system starts the module that a file takes the place of, with its end; none where there is none. */
function hashbangOf({ folder }: BundleInput, file: string): string {
  const path = join(folder, file);
  return existsSync(path) ? (/^#!.*\n/.exec(readFileSync(path, "utf8"))?.[0] ?? "") : "";
}

function settings({
  folder,
  external,
}: BundleInput): BuildOptions & { readonly metafile: true; readonly write: false } {
  return {
    absWorkingDir: folder,
    bundle: true,
    external: [...external],
    format: "esm",
    legalComments: "none", // They stand in the file with the licences.
    logLevel: "error",
    metafile: true,
    minify: true,
    platform: "node",
    target: "node20",
    tsconfigRaw: {},
    write: false,
  };
}

/** The names that each module exports. */
type Names = ReadonlyMap<string, readonly string[]>;

/** What files take from one another, and by which names: the number of the module, and the name in it. */
class Links {
  /** Modules of which another file takes values, sorted. */
  readonly taken: readonly string[];
  readonly #takenWhole: ReadonlySet<string>;
  readonly #fileOf: ReadonlyMap<string, string>;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor({ graph, plan }: BundleInput) {
    this.#fileOf = new Map([...plan].flatMap(([file, modules]) => [...modules].map((module) => [module, file])));
    const modules = [...this.#fileOf.keys()].sort();
    this.#numbers = new Map(modules.map((module, index) => [module, index]));
    const across = (kind: "now" | "later"): string[] =>
      modules.flatMap((module) =>
        (graph.get(module)?.[kind] ?? []).filter((to) => {
          const file = this.#fileOf.get(to);
          return file !== undefined && file !== this.#fileOf.get(module);
        }),
      );
    this.taken = [...new Set(across("now"))].sort();
    this.#takenWhole = new Set(across("later"));
  }

  fileOf(module: string): string | undefined {
    return this.#fileOf.get(module);
  }

  /** The name of a module as a whole. */
  whole(module: string): string {
    return `m${String(this.#numbers.get(module))}`;
  }

  /** The name of one value of a module. */
  value(module: string, name: string): string {
    return `${this.whole(module)}_${name}`;
  }

  /** The code that loads all modules of a file, and gives others what they take. */
  code(modules: readonly string[], names: Names): string {
    return modules
      .filter((module) => !isOfPackage(module) || this.taken.includes(module) || this.#takenWhole.has(module))
      .flatMap((module) => {
        const path = JSON.stringify(`./${module}`);
        const values = (names.get(module) ?? []).map((name) => `${name} as ${this.value(module, name)}`);
        return [
          `import ${path};`,
          ...(values.length > 0 ? [`export { ${values.join(", ")} } from ${path};`] : []),
          ...(this.#takenWhole.has(module) ? [`export * as ${this.whole(module)} from ${path};`] : []),
        ];
      })
      .join("\n");
  }
}

/** Leads every import of a file to where the plan has put its module. */
function linking({ folder, graph, plan, external }: BundleInput, file: string, links: Links, names: Names): Plugin {
  return {
    name: "linking",
    setup: (bundler) => {
      bundler.onResolve({ filter: /.*/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === RESOLVING || path.startsWith("node:")) return undefined;
        if (path.startsWith(FILE)) return { path: between(file, path.slice(FILE.length)), external: true };
        // A package is in one file with all that it needs.
        if (isOfPackage(importer) || external.includes(path)) return undefined;
        const found = path.startsWith(".")
          ? { path: join(resolveDir, path), errors: [] }
          : await bundler.resolve(path, { importer, kind, resolveDir, pluginData: RESOLVING });
        if (found.errors.length > 0 || ("external" in found && found.external)) return found;
        const module = moduleName(folder, found.path);
        if (plan.get(file)?.has(module) === true) return { path: found.path };
        if (links.fileOf(module) !== undefined) return { path: module, namespace: ELSEWHERE };
        return { path: isOfPackage(module) ? path : between(file, module), external: true };
      });
      bundler.onLoad({ filter: /.*/, namespace: ELSEWHERE }, ({ path: module }) => {
        const values = (names.get(module) ?? []).map((name) => `${links.value(module, name)} as ${name}`);
        return { contents: `export { ${values.join(", ")} } from "${FILE}${links.fileOf(module) ?? ""}";` };
      });
      bundler.onLoad({ filter: /\.js$/, namespace: "file" }, ({ path }) => {
        const module = moduleName(folder, path);
        if (isOfPackage(module)) return undefined;
        const code = readFileSync(path, "utf8");
        return { contents: linkedLater(code, file, links, targetsOf(graph, module)), resolveDir: dirname(path) };
      });
    },
  };
}

/** The path by which one file of the build imports another. */
function between(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** The module that an import in another one means, by the path that is written; undefined where it is left outside. */
function targetsOf(graph: ModuleGraph, module: string): (path: string) => string | undefined {
  return (path) =>
    path.startsWith(".")
      ? posix.join(posix.dirname(module), path)
      : graph.get(module)?.later.find((each) => each.includes(`/node_modules/${path}/`));
}

/** The code of a module, which loads later what lies in another file; what lies in the same is there already. */
function linkedLater(code: string, file: string, links: Links, targetOf: (path: string) => string | undefined): string {
  const here: string[] = [];
  const body = code.replace(LATER, (call, path: string) => {
    const target = targetOf(path);
    const home = target === undefined ? undefined : links.fileOf(target);
    if (target === undefined || home === undefined) return call;
    if (home !== file) return `import("${FILE}${home}").then((file) => file.${links.whole(target)})`;
    here.push(`import * as loaded${String(here.length)} from "${path}";`);
    return `Promise.resolve(loaded${String(here.length - 1)})`;
  });
  return [...here, body].join("\n");
}

/** The names that modules export; a CommonJS module exports one value. */
async function exportedNames(input: BundleInput, modules: readonly string[]): Promise<Names> {
  const { metafile } = await build({
    ...settings(input),
    entryPoints: [...modules],
    outdir: input.folder,
    plugins: [
      {
        name: "alone",
        setup: (bundler) => {
          bundler.onResolve({ filter: /.*/ }, ({ kind, path }) =>
            kind === "entry-point" ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
  return new Map(
    Object.values(metafile.outputs).map(({ entryPoint = "", exports }) => [
      entryPoint,
      exports.length === 0 ? ["default"] : exports,
    ]),
  );
}
