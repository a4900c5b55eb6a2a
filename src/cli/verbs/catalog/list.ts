import { defined } from "../../../foundation/defined.js";
import { printable } from "../../../foundation/printable.js";
import { didYouMean } from "../../../foundation/words.js";
import type { CatalogFormat } from "../../../report/catalog.js";
import type { OutputTarget } from "../../options.js";
import type { Terminal } from "../../terminal.js";
import { defineVerb, exitCode, type ExitCode, type Verb } from "../../verb.js";

interface ListOptions {
  readonly catalog?: string;
  readonly group?: readonly string[];
  readonly output: readonly OutputTarget<CatalogFormat>[];
}

export const listVerb: Verb = defineVerb({
  summary: "list the catalogs that ship with aims, or the controls of one",
  description: "List the catalogs that ship with aims, or the groups and controls of one catalog.",
  parameters: async (command, { catalogOption, outputOption, repeatable }) => {
    const { catalogListFormats } = await import("../../../report/catalog.js");
    return command
      .addOption(catalogOption("catalog whose groups and controls are listed"))
      .addOption(repeatable("--group <id>", "a group that is listed alone, by its id or label; repeatable"))
      .addOption(outputOption(catalogListFormats));
  },
  examples: [
    "catalog list",
    "catalog list --catalog iso42001 --group A.5",
    "catalog list --catalog nist-ai-rmf --output json",
  ],
  exits: { 0: "listed", 2: "a name is unknown, or the catalog cannot be read" },
  run: list,
});

async function list(_: [], { catalog, group: groups, output }: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const { listCatalog } = await import("../../../runs/catalog.js");
  const { catalogListFormats } = await import("../../../report/catalog.js");
  const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
  const { requireReportsUnread } = await import("../../print/reports.js");
  const { writeFormats } = await import("../../print/result.js");
  if (groups !== undefined && catalog === undefined) {
    terminal.err("aims: --group needs --catalog, which says whose group it is.\n");
    return exitCode.input;
  }
  await requireReportsUnread(output, undefined, terminal);
  const { value, problems } = await listCatalog(defined({ catalog, groups }), terminal.host);
  printDiagnostics(problems, viewpointOf(terminal, catalog === undefined ? [] : [catalog]), terminal);
  if (value === undefined) return exitCode.input;
  const { listing, unknown, files } = value;
  if (groups === undefined || unknown.length < groups.length) {
    await writeFormats(catalogListFormats, listing, output, files, terminal);
  }
  for (const { name, guess } of unknown) {
    const hint = didYouMean(guess && printable(guess), "Without --group, all groups are listed.");
    terminal.err(`aims: no group of ${printable(catalog ?? "")} is called "${printable(name)}". ${hint}\n`);
  }
  return unknown.length > 0 ? exitCode.input : exitCode.done;
}
