import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";

/** The files to write for a new piece of the project. Paths start from the root of the project, with "/". */
export interface Scaffold {
  /** Texts of new files by path. */
  readonly made: Readonly<Record<string, string>>;
  /** Texts of files that are there and change, by path. */
  readonly changed?: Readonly<Record<string, string>>;
  /** The author's next steps, in sentences. */
  readonly next: readonly string[];
}

/** Why nothing is written, in a sentence for the author. */
export class Refusal extends Error {}

/**
 * Writes a scaffold, TypeScript formatted as the project has it.
 * @param root absolute path of the project's folder
 * @throws Refusal where a new file is there already; nothing is written then
 */
export async function writeScaffold(root: string, { made, changed = {} }: Scaffold): Promise<void> {
  const there = Object.keys(made).filter((path) => existsSync(join(root, path)));
  if (there.length > 0) throw new Refusal(`${there.join(", ")} is there already.`);
  const texts: [path: string, text: string][] = [];
  for (const [path, text] of Object.entries({ ...made, ...changed })) {
    texts.push([join(root, path), await formatted(join(root, path), text)]);
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

async function formatted(path: string, text: string): Promise<string> {
  return path.endsWith(".ts") ? format(text, { ...(await resolveConfig(path)), filepath: path }) : text;
}

/** The text of a file that has to be there. @throws Refusal */
export function textOf(root: string, path: string): string {
  if (!existsSync(join(root, path))) throw new Refusal(`${path} is not there, so nothing can be added to it.`);
  return readFileSync(join(root, path), "utf8");
}
