import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Project, SyntaxKind, type SourceFile } from "ts-morph";
import { describe, expect, it } from "vitest";
import { projectPath } from "./support/project.js";

/**
 * The rooms of src/ from the top of the house to its foundation, each with the rooms, or the doors of rooms, that it may import.
 * docs/architecture.md says the same in words. A room is a folder of src/, or a folder in one that is named here.
 */
const words = ["diagnostics", "diagnostics/codes", "foundation"];
const pillars = ["oscal", "policy", "inventory"];
/** Pillars do not know the disk: rules and descriptors read files that ship with aims, importers read through what they are handed. */
const shipped = ["files/package.ts"];
const handed = ["files/read.ts", "files/reader.ts"];
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "main.ts": ["cli", "runs/host.ts"],
  "index.ts": ["runs", "report", "crosswalk", "gate", "assessment", "files", ...words],
  cli: ["runs", "report", "gate", "law/laws.ts", "files", "oscal", "policy", "inventory", ...words],
  runs: [
    ...["net", "workspace", "report", "exchange", "crosswalk", "gate", "law", "assessment"],
    ...[...pillars, "source", "files", ...words],
  ],
  workspace: ["crosswalk", "assessment", ...pillars, "source", "files", ...words],
  report: ["exchange", "crosswalk", "gate", "law", "assessment", "oscal", "policy", "source", ...words],
  exchange: ["crosswalk", "assessment", ...pillars, "source", ...words],
  crosswalk: ["assessment", "oscal", "policy", "source", ...words],
  gate: ["assessment", ...words],
  law: ["inventory", "oscal", "source", ...words],
  assessment: [...pillars, "source", ...words],
  policy: ["source", ...shipped, ...words],
  oscal: ["source", ...words],
  inventory: ["source", ...shipped, ...handed, ...words],
  source: ["files", ...words],
  files: words,
  net: words,
  "diagnostics/codes": ["diagnostics", "foundation"],
  diagnostics: ["diagnostics/codes", "foundation"],
  foundation: [],
};

/** Modules through which a program reaches files, other machines, other programs, or runs text as code. */
const outsideWorld = new Set([
  ...["node:fs", "node:fs/promises", "node:net", "node:tls", "node:dgram", "node:dns", "node:dns/promises"],
  ...["node:http", "node:https", "node:http2", "node:child_process", "node:vm", "node:inspector", "tinyglobby"],
]);

/** Rooms whose work is to reach the outside world. */
const reachingRooms = new Set(["main.ts", "files"]);

/** Files below them that reach it all the same: a path or a folder of src/, the modules, the names where only some are allowed, and why. */
const reachingFiles: readonly { at: string; modules: readonly string[]; names?: readonly string[]; reason: string }[] =
  [
    {
      at: "net/",
      modules: ["node:dns", "node:http", "node:https", "node:net", "node:tls"],
      reason: "downloads what a profile imports, for the one run that is asked to",
    },
    {
      at: "policy/compiler/",
      modules: ["node:fs", "node:fs/promises", "node:vm"],
      reason:
        "loads the committed build of the Rego compiler and keeps compiled policies in the cache folder it is given",
    },
    {
      at: "policy/builtins/net.ts",
      modules: ["node:net"],
      names: ["isIP", "isIPv4", "isIPv6"],
      reason: "asks whether a text is an address; opens nothing",
    },
    {
      at: "workspace/policy.ts",
      modules: ["node:fs"],
      names: ["readFileSync"],
      reason: "reads the compiled rules that ship with aims",
    },
    {
      at: "workspace/shipped.ts",
      modules: ["node:fs"],
      names: ["readdirSync"],
      reason: "lists the profiles and mapping collections that ship with aims",
    },
  ];

const src = projectPath("src");
const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
/** Paths inside src/ of everything that holds code, with "/" on every platform. */
const names = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(sep).join("/"))
  .filter((name) => /\.[cm]?[jt]s$/.test(name))
  .sort();
// Generated files are the matter of the scripts that write them, and long.
const files = names.filter((name) => !isGenerated(name)).map((name) => project.addSourceFileAtPath(join(src, name)));

interface Import {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** Name in src/ of the file that is imported; undefined for packages and built-in modules. */
  readonly to: string | undefined;
  /** Imported names, where they can be read off. */
  readonly names: readonly string[] | undefined;
  /** Whether it is loaded when the code gets there. */
  readonly isDynamic: boolean;
}

const imports = files.flatMap(importsOf);

function nameOf(file: SourceFile): string {
  return relative(src, file.getFilePath()).split(sep).join("/");
}

function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, line: number, names?: readonly string[], isDynamic = false): void => {
    found.push({ from: nameOf(file), line, specifier, to: resolved(file, specifier), names, isDynamic });
  };
  for (const declaration of file.getImportDeclarations()) {
    const whole = declaration.getDefaultImport() ?? declaration.getNamespaceImport();
    const names = whole ? undefined : declaration.getNamedImports().map((each) => each.getName());
    add(declaration.getModuleSpecifierValue(), declaration.getStartLineNumber(), names);
  }
  for (const declaration of file.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    if (specifier !== undefined) add(specifier, declaration.getStartLineNumber());
  }
  for (const call of file.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    if (call.getExpression().getKind() !== SyntaxKind.ImportKeyword) continue;
    const literal = call.getArguments()[0]?.asKind(SyntaxKind.StringLiteral);
    if (literal) add(literal.getLiteralValue(), call.getStartLineNumber(), undefined, true);
  }
  for (const type of file.getDescendantsOfKind(SyntaxKind.ImportType)) {
    const literal = type.getArgument().getFirstDescendantByKind(SyntaxKind.StringLiteral);
    if (literal) add(literal.getLiteralValue(), type.getStartLineNumber());
  }
  return found;
}

function resolved(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const target = resolve(dirname(file.getFilePath()), specifier);
  const candidates = [target.replace(/\.js$/, ".ts"), target.replace(/\.js$/, ".d.ts"), target];
  return relative(src, candidates.find((path) => existsSync(path)) ?? target)
    .split(sep)
    .join("/");
}

/** The room of a file: the innermost folder that is one, or the file's own name when it lies directly in src/. */
function roomOf(name: string): string {
  const parts = name.split("/");
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const folder = parts.slice(0, length).join("/");
    if (Object.hasOwn(mayImport, folder)) return folder;
  }
  return parts[0] ?? name;
}

/** Whether a file is a door of its room: it lies directly in the room's folder. */
function isDoor(name: string): boolean {
  return name === roomOf(name) || dirname(name) === roomOf(name);
}

function place({ from, line }: Import): string {
  return `src/${from}:${String(line)}`;
}

/** The host of a machine, and what deals with the process's own things: its exit, its id, its threads. */
function isProcessAllowed(name: string): boolean {
  return name === "runs/host.ts" || /^(?:files|policy\/(?:compiler|evaluate|evaluator-pool))/.test(name);
}

function isGenerated(name: string): boolean {
  const [firstLine = ""] = readFileSync(join(src, name), "utf8").split("\n", 1);
  return /\bgenerated by scripts\//i.test(firstLine);
}

describe("the rooms of src/", () => {
  it("are all in the table of who may import whom", () => {
    const unknown = [...new Set(names.map(roomOf))].filter((room) => !Object.hasOwn(mayImport, room));
    expect(unknown, "give each a row in mayImport, and a line in docs/architecture.md").toEqual([]);
  });

  it("import downwards only", () => {
    const wrong = imports.flatMap((each) => {
      if (each.to === undefined) return [];
      const [from, to] = [roomOf(each.from), roomOf(each.to)];
      const allowed = mayImport[from] ?? [];
      if (from === to || allowed.includes(to) || allowed.includes(each.to)) return [];
      return [`${place(each)} imports ${each.specifier}: ${from} may import ${allowed.join(", ") || "nothing"}`];
    });
    expect(wrong).toEqual([]);
  });

  it("are entered by their doors: the files directly in a room's folder", () => {
    const wrong = imports.flatMap((each) => {
      if (each.to === undefined || roomOf(each.from) === roomOf(each.to) || isDoor(each.to)) return [];
      return [
        `${place(each)} imports ${each.specifier}, which is private to ${roomOf(each.to)}: export it from a door`,
      ];
    });
    expect(wrong).toEqual([]);
  });

  it("know no terminal and no process below the command line", () => {
    const wrong = files.flatMap((file) => {
      const name = nameOf(file);
      if (["main.ts", "cli"].includes(roomOf(name))) return [];
      const used = file
        .getDescendantsOfKind(SyntaxKind.Identifier)
        .filter((each) => each.getText() === "Terminal" || (each.getText() === "process" && !isProcessAllowed(name)));
      return used.map((each) => `src/${name}:${String(each.getStartLineNumber())} uses ${each.getText()}`);
    });
    expect(wrong).toEqual([]);
  });

  it("ask the clock at the host alone", () => {
    const wrong = files.flatMap((file) => {
      const name = nameOf(file);
      if (name === "runs/host.ts") return [];
      const asked = [
        ...file
          .getDescendantsOfKind(SyntaxKind.NewExpression)
          .filter((each) => each.getExpression().getText() === "Date" && each.getArguments().length === 0),
        ...file
          .getDescendantsOfKind(SyntaxKind.CallExpression)
          .filter((each) => each.getExpression().getText() === "Date.now"),
      ];
      return asked.map((each) => `src/${name}:${String(each.getStartLineNumber())} asks the clock`);
    });
    expect(wrong).toEqual([]);
  });

  it("import nothing that is not there, and nothing that was built", () => {
    const wrong = imports.flatMap((each) => {
      if (each.to === undefined)
        return /(?:^|\/)dist\/main/.test(each.specifier) ? [`${place(each)} imports ${each.specifier}`] : [];
      if (each.to.startsWith("..")) return [`${place(each)} imports ${each.specifier}, which lies outside src/`];
      return existsSync(join(src, each.to)) ? [] : [`${place(each)} imports ${each.specifier}, which does not exist`];
    });
    expect(wrong).toEqual([]);
  });

  it("have no circles: no file needs itself, by whatever way", () => {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      if (to !== undefined) next.set(from, (next.get(from) ?? new Set()).add(to));
    }
    expect(circles(next)).toEqual([]);
  });

  it("reach files, network and other programs only where that is their work", () => {
    const wrong = imports.flatMap((each) => {
      const module = each.specifier;
      const inside = outsideWorld.has(module) || outsideWorld.has(`node:${module}`);
      if (!inside || reachingRooms.has(roomOf(each.from))) return [];
      const allowed = reachingFiles.some(
        ({ at, modules, names }) =>
          each.from.startsWith(at) &&
          modules.includes(module) &&
          (!names || each.names?.every((name) => names.includes(name))),
      );
      return allowed ? [] : [`${place(each)} imports ${module}: let src/files/ do it, and take what it read`];
    });
    expect(wrong).toEqual([]);
  });

  it("open connections by one run alone, which loads what it needs for that when it is called", () => {
    const wrong = imports.flatMap((each) =>
      each.to === "net/https-download.ts" && (each.from !== "runs/vendor-imports.ts" || !each.isDynamic)
        ? [place(each)]
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it("use every exception that is made for them", () => {
    const unused = reachingFiles.flatMap(({ at, modules }) =>
      imports.some(({ from, specifier }) => from.startsWith(at) && modules.includes(specifier)) ? [] : [at],
    );
    expect(unused, "remove it from reachingFiles").toEqual([]);
  });

  it("name built-in modules with node: before them", () => {
    const wrong = imports.flatMap((each) =>
      outsideWorld.has(`node:${each.specifier}`)
        ? [`${place(each)} imports ${each.specifier}: write node:${each.specifier}`]
        : [],
    );
    expect(wrong).toEqual([]);
  });
});

describe("the files of src/", () => {
  it("export by name", () => {
    const wrong = files.flatMap((file) => {
      const defaults = [
        ...file.getExportAssignments(),
        ...file
          .getDescendantsOfKind(SyntaxKind.DefaultKeyword)
          .filter((each) => each.getParent()?.getKind() !== SyntaxKind.DefaultClause),
        ...file
          .getDescendantsOfKind(SyntaxKind.ExportSpecifier)
          .filter((each) => (each.getAliasNode() ?? each.getNameNode()).getText() === "default"),
      ];
      return defaults.map((each) => `src/${nameOf(file)}:${String(each.getStartLineNumber())}`);
    });
    expect(wrong, "give the default export a name").toEqual([]);
  });

  it("say in their first line what generated them", () => {
    const wrong = names
      .filter((name) => /(?:^|\/)generated\//.test(name) && !isGenerated(name))
      .map((name) => `src/${name}`);
    expect(wrong, 'begin with "// Generated by scripts/..."').toEqual([]);
  });

  it("are TypeScript, unless they are generated", () => {
    const wrong = files.map(nameOf).filter((name) => !name.endsWith(".ts"));
    expect(wrong).toEqual([]);
  });

  it("are named in kebab-case after what they hold", () => {
    const wrong = names.flatMap((name) => {
      const folders = dirname(name) === "." ? [] : dirname(name).split("/");
      const stem = basename(name).replace(/(?:\.d)?\.[jt]s$/, "");
      return [...folders, stem].every((part) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(part)) ? [] : [`src/${name}`];
    });
    expect(wrong).toEqual([]);
  });

  it("are not named after nothing", () => {
    const vague = /^(?:utils?|helpers?|common|misc|stuff|tools?)$/;
    const wrong = files
      .map(nameOf)
      .filter((name) => name.split("/").some((part) => vague.test(part.replace(/\..*$/, ""))));
    expect(wrong, "name the file after what it holds").toEqual([]);
  });
});

/** One circle for each group of files that need one another, as "a > b > a". */
function circles(next: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const state = new Map<string, "open" | "done">();
  const way: string[] = [];
  const visit = (name: string): void => {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") {
      found.push([...way.slice(way.indexOf(name)), name].join(" > "));
      return;
    }
    state.set(name, "open");
    way.push(name);
    for (const other of [...(next.get(name) ?? [])].sort()) visit(other);
    way.pop();
    state.set(name, "done");
  };
  for (const name of [...next.keys()].sort()) visit(name);
  return found;
}

describe("the search for circles", () => {
  it("finds them, and only them", () => {
    const next = (edges: Readonly<Record<string, readonly string[]>>): Map<string, Set<string>> =>
      new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));
    expect(circles(next({ a: ["b", "c"], b: ["c"], c: [] }))).toEqual([]);
    expect(circles(next({ a: ["b"], b: ["c"], c: ["a"], d: ["d"] }))).toEqual(["a > b > c > a", "d > d"]);
  });
});
