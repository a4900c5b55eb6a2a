// What the commands read: the examples, what ships with aims, the documents and cases beside the project, and what is made of them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { root, shared } from "../project.js";
import { filesIn, type Command, type Side } from "./sides.js";
import { jsonVariants, spoiled, xmlVariants, yamlVariants } from "./variants.js";

/** The folders that lie in the folder of the inputs, by the name that they have there. */
const SOURCES: readonly (readonly [name: string, from: string])[] = [
  ["examples", join(root, "examples")],
  ["shipped/catalog", join(root, "catalog")],
  ["shipped/profiles", join(root, "profiles")],
  ["oscal/content", join(shared, "oscal", "content")],
  ["oscal/minimal-chain", join(shared, "oscal", "minimal-chain")],
  ["oscal/resolution", join(shared, "oscal", "profile-resolution-examples")],
  ["cases", join(shared, "cases")],
  ["samples", join(shared, "samples")],
];

/**
 * Copies what is there into a folder.
 * @returns names of the sources that are not there
 */
export function copyInputs(inputs: string): string[] {
  return SOURCES.flatMap(([name, from]) => {
    if (!existsSync(from)) return [name];
    cpSync(from, join(inputs, name), { recursive: true });
    return [];
  });
}

/** Where inputs are made, and the build that makes them. */
interface Making {
  readonly inputs: string;
  readonly side: Side;
  /** The folder of this input. */
  readonly to: string;
}

/** The inputs that are made, by the name of their folder in `made/`. */
const MADE: Readonly<Record<string, (making: Making) => void>> = {
  federal: (making) => {
    importFederal(making, "ndjson");
  },
  "federal-yaml": (making) => {
    importFederal(making, "yaml");
  },
  /** All content in YAML. */
  yaml: (making) => {
    convert(making, "oscal/content", "yaml", making.to);
  },
  /** The smallest document of each model, in three formats and many spellings. */
  variants: ({ inputs, side, to }) => {
    for (const [format, make] of Object.entries({ json: jsonVariants, xml: xmlVariants, yaml: yamlVariants })) {
      const folder = join(to, format);
      convert({ inputs, side }, "oscal/minimal-chain", format, folder);
      for (const name of filesIn(folder)) {
        make(readFileSync(join(folder, name), "utf8")).forEach((text, index) => {
          write(join(folder, `variant-${String(index)}`, name), text);
        });
      }
    }
  },
  /** The same documents, each spoiled in thirty ways. */
  spoiled: ({ inputs, side, to }) => {
    for (const format of ["json", "xml", "yaml"]) {
      const folder = join(to, `whole-${format}`);
      convert({ inputs, side }, "oscal/minimal-chain", format, folder);
      for (const name of filesIn(folder)) spoil(join(folder, name), join(to, format), 30);
    }
  },
  "own-rules": ({ inputs, to }) => {
    ownRules(join(inputs, "examples", "meridian-bank"), to, 1);
  },
  "many-rules": ({ inputs, to }) => {
    ownRules(join(inputs, "examples", "meridian-bank"), to, 40);
  },
  /** The example with its YAML in other styles, a workspace for each style. */
  styles: ({ inputs, to }) => {
    const example = join(inputs, "examples", "meridian-bank");
    for (const name of filesIn(example).filter((path) => path.endsWith(".yaml"))) {
      yamlVariants(readFileSync(join(example, name), "utf8")).forEach((text, index) => {
        write(join(to, String(index), name), text);
      });
    }
  },
  /** The example with spoiled descriptors, and one workspace each for spoiled settings and a spoiled organization. */
  "spoiled-workspaces": ({ inputs, to }) => {
    const example = join(inputs, "examples", "meridian-bank");
    for (const name of filesIn(join(example, "systems"))) {
      spoil(join(example, "systems", name), join(to, "systems", "systems"), 30);
    }
    for (const name of ["aims.yaml", "organization.yaml"]) cpSync(join(example, name), join(to, "systems", name));
    for (let seed = 0; seed < SPOILED_SETTINGS; seed += 1) {
      const folder = join(to, String(seed));
      cpSync(example, folder, { recursive: true });
      const path = join(folder, seed % 2 === 0 ? "aims.yaml" : "organization.yaml");
      writeFileSync(path, spoiled(readFileSync(path, "latin1"), seed), "latin1");
    }
  },
  /** The federal inventory with every twentieth line spoiled, as NDJSON and as CSV. */
  "spoiled-federal": ({ inputs, side, to }) => {
    importFederal({ inputs, side, to }, "ndjson");
    const csv = join(inputs, FEDERAL);
    const lines = (text: string): string =>
      text
        .split("\n")
        .map((line, index) => (index % 20 === 7 ? spoiled(line, index) : line))
        .join("\n");
    for (const name of filesIn(join(to, "systems"))) {
      const path = join(to, "systems", name);
      writeFileSync(path, lines(readFileSync(path, "latin1")), "latin1");
    }
    writeFileSync(join(to, "inventory.csv"), lines(readFileSync(csv, "latin1")), "latin1");
  },
};

export const FEDERAL = "samples/us-federal-2025/individual.part-a.csv";
export const SPOILED_SETTINGS = 16;
/** How many styles {@link yamlVariants} gives: the workspaces `made/styles/0` and on. */
export const STYLES = 15;

/** Makes what the commands read in `made/`, and no more. */
export function makeInputs(commands: readonly Command[], inputs: string, side: Side): void {
  const texts = commands.flatMap(({ args, cwd = "", stdin = "" }) => [...args, cwd, stdin]);
  const named = new Set(texts.flatMap((text) => [...text.matchAll(/made\/([a-z-]+)/g)].map(([, name = ""]) => name)));
  for (const name of named) {
    const make = MADE[name];
    if (make === undefined) throw new Error(`Nothing makes the input "${name}".`);
    const to = join(inputs, "made", name);
    mkdirSync(to, { recursive: true });
    make({ inputs, side, to });
  }
}

function importFederal({ inputs, side, to }: Making, format: string): void {
  aims({ inputs, side }, ["import", "us-federal-2025", FEDERAL, "--to", format, "--out", to], [0]);
}

/** What cannot be converted is left out: the command that converts it is compared as well. */
function convert({ inputs, side }: Omit<Making, "to">, from: string, format: string, to: string): void {
  aims({ inputs, side }, ["oscal", "convert", from, "--to", format, "-o", to], [0, 2]);
}

function aims({ inputs, side }: Omit<Making, "to">, args: string[], expected: readonly number[]): void {
  const { status, stderr } = spawnSync(process.execPath, [side.program, ...args], {
    cwd: inputs,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: side.home },
    maxBuffer: 1 << 30,
  });
  if (!expected.includes(status ?? -1))
    throw new Error(`aims ${args.join(" ")} ended with ${String(status)}: ${stderr}`);
}

/** A workspace with copies of a shipped rule under other names. */
function ownRules(from: string, to: string, count: number): void {
  cpSync(from, to, { recursive: true });
  for (const kind of ["", "_test"]) {
    const rule = readFileSync(join(root, "rules", "governance", `owner-assigned${kind}.rego`), "utf8");
    for (let index = 0; index < count; index += 1) {
      const name = `owner-${String(index)}`;
      const text = rule.replaceAll("owner-assigned", name).replaceAll("owner_assigned", name.replaceAll("-", "_"));
      write(join(to, "rules", `${name}${kind}.rego`), text);
    }
  }
}

function spoil(path: string, to: string, ways: number): void {
  const text = readFileSync(path, "latin1");
  const ending = extname(path);
  for (let seed = 0; seed < ways; seed += 1) {
    const name = `${basename(path, ending)}-${String(seed)}${ending}`;
    write(join(to, name), Buffer.from(spoiled(text, seed * 31 + text.length), "latin1"));
  }
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
