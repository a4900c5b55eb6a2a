/** Every verb of the command line, with those before it and its command. */
import type { Command } from "commander";
import { verbs } from "../../src/cli/program.js";
import type { VerbTable } from "../../src/cli/verb.js";
import { nodeHost } from "../../src/runs/host.js";
import { projectRoot } from "./project.js";

/** Every verb with those before it: `oscal`, `oscal validate`. */
export async function verbPaths(table: VerbTable = verbs, before: readonly string[] = []): Promise<string[][]> {
  const paths = await Promise.all(
    Object.entries(table).map(async ([name, load]) => {
      const path = [...before, name];
      return [path, ...(await verbPaths((await load()).verbs ?? {}, path))];
    }),
  );
  return paths.flat();
}

/** The verb as the parser knows it. */
export async function commandOf([name = "", ...rest]: readonly string[]): Promise<Command> {
  const terminal = {
    out: () => undefined,
    err: () => undefined,
    host: nodeHost(projectRoot, {}),
    env: {},
    color: false,
    interactive: false,
  };
  const load = (verbs as VerbTable)[name];
  if (load === undefined) throw new Error(`There is no verb ${name}.`);
  const command = await (await load()).command({ name, rest, terminal, verbs, exit: () => undefined });
  const below = command.commands.find((each) => each.name() === rest[0]);
  return below ?? command;
}
