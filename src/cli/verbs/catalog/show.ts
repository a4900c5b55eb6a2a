import { hasErrors } from "../../../diagnostics/diagnostic.js";
import { defined } from "../../../foundation/defined.js";
import { printable } from "../../../foundation/printable.js";
import { didYouMean } from "../../../foundation/words.js";
import type { CatalogFormat } from "../../../report/catalog.js";
import type { OutputTarget } from "../../options.js";
import type { Terminal } from "../../terminal.js";
import { defineVerb, exitCode, type ExitCode, type Verb } from "../../verb.js";

interface ShowOptions {
  readonly catalog?: string;
  readonly overlay?: readonly string[];
  readonly output: readonly OutputTarget<CatalogFormat>[];
}

export const showVerb: Verb = defineVerb({
  summary: "show what a catalog says of controls",
  description:
    "Show what a catalog says of controls: statement, guidance, parameters, expected evidence, roles, related controls, and the rules that speak for them.",
  parameters: async (command, { catalogOption, outputOption, repeatable }) => {
    const { catalogShowFormats } = await import("../../../report/catalog.js");
    return command
      .argument("[control...]", "ids, labels or references of controls; without one, all of the catalog that is named")
      .addOption(catalogOption("catalog to look into (default: all that ship with aims)"))
      .addOption(
        repeatable(
          "--overlay <file>",
          "texts that you have a licence for, shown in place of those of the catalog; repeatable",
        ),
      )
      .addOption(outputOption(catalogShowFormats));
  },
  notes: `Overlays that the aims.yaml of this folder names count too; those of --overlay go before them. Their texts are
printed here and nowhere else: no assessment, OSCAL document or report has them.

"aims explain CONTROL" says what a control means under a profile, and who set its parameters.`,
  examples: [
    "catalog show iso42001:A.5.2",
    "catalog show 6.1.2 6.1.3 --catalog iso-42001 --output markdown",
    "catalog show iso27001:A.5.4 --output json",
  ],
  exits: { 0: "shown", 2: "a control or catalog is unknown, or a file cannot be used" },
  run: show,
});

async function show(
  [controls]: [string[]],
  { catalog, overlay: overlays, output }: ShowOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { showCatalog } = await import("../../../runs/catalog.js");
  const { catalogShowFormats } = await import("../../../report/catalog.js");
  const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
  const { requireReportsUnread } = await import("../../print/reports.js");
  const { writeFormats } = await import("../../print/result.js");
  if (controls.length === 0 && catalog === undefined) {
    terminal.err('aims: name a control, or a catalog with --catalog. "aims catalog list" lists the catalogs.\n');
    return exitCode.input;
  }
  await requireReportsUnread(output, undefined, terminal);
  const { value, problems } = await showCatalog({ controls, ...defined({ catalog, overlays }) }, terminal.host);
  const viewpoint = viewpointOf(terminal, [...(catalog === undefined ? [] : [catalog]), ...(overlays ?? [])]);
  printDiagnostics(problems, viewpoint, terminal);
  if (value === undefined) return exitCode.input;
  const { controls: shown, unknown, incomplete, files } = value;
  if (shown.length > 0) {
    const report = { controls: shown, nameOf: viewpoint.nameOf };
    await writeFormats(catalogShowFormats, report, output, files, terminal);
  }
  const where = catalog === undefined ? "the shipped catalogs" : printable(catalog);
  for (const { name, guess, known } of unknown) {
    if (known !== undefined) {
      const { widespreadWords } = await import("../../../report/widespread-error.js");
      terminal.err(`aims: ${widespreadWords(known)}\n`);
      continue;
    }
    const hint = didYouMean(guess && printable(guess), '"aims catalog list" lists catalogs and their controls.');
    terminal.err(`aims: no control of ${where} is called "${printable(name)}". ${hint}\n`);
  }
  if (incomplete.length > 0) {
    printDiagnostics(incomplete, viewpoint, terminal);
    terminal.err("aims: rules of the workspace may be missing above, since not all of it can be read.\n");
  }
  return hasErrors(problems) || unknown.length > 0 || incomplete.length > 0 ? exitCode.input : exitCode.done;
}
