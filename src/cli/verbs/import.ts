import { resolve } from "node:path";
import type { ImportLayout } from "../../runs/import-inventory.js";
import type { ResultFormat } from "../../report/result.js";
import type { OutputTarget } from "../options.js";
import { exitCode, defineVerb, type Verb } from "../verb.js";

interface ImportOptions {
  readonly out: string;
  readonly to: ImportLayout;
  readonly output: readonly OutputTarget<ResultFormat>[];
}

export const importVerb: Verb = defineVerb({
  summary: "turn an inventory of another format into descriptors",
  description: "Turn an inventory of another format into descriptors, and list everything odd about it.",
  parameters: async (command, { Option, outOption, outputOption }) => {
    const { importers } = await import("../../inventory/importers.js");
    const { resultFormats } = await import("../../report/result.js");
    return command
      .argument("<inventory-format>", `the format of the file: ${Object.keys(importers).join(", ")}`)
      .argument("<file>", "the inventory")
      .addOption(
        outOption(
          "folder",
          "workspace that the descriptors go to; made when it does not exist (required)",
        ).makeOptionMandatory(),
      )
      .addOption(
        new Option(
          "--to <format>",
          "ndjson: systems/<unit>.ndjson, a descriptor a line; yaml: systems/<unit>/<id>.yaml",
        )
          .choices(["ndjson", "yaml"])
          .default("ndjson"),
      )
      .addOption(outputOption(resultFormats));
  },
  notes: async () => {
    const { importers } = await import("../../inventory/importers.js");
    const formats = Object.entries(importers).map(([name, { summary }]) => `  ${name}  ${summary}`);
    return `Inventory formats:
${formats.join("\n")}

Writes systems/ and import-report.json and .txt, which list what is odd by record, and organization.yaml and aims.yaml
where there are none. Nothing is written before the whole file has been read; what has not changed stays untouched.`;
  },
  examples: ["import us-federal-2025 inventory.csv --out federal", "assess federal --as-of 2026-04-14"],
  exits: { 0: "imported, also with oddities", 2: "unusable input, and nothing is written" },
  run: async ([format, file]: [string, string], { out, to: layout, output }: ImportOptions, terminal) => {
    const { fileAt } = await import("../../files/paths.js");
    const { importInventory, summary, summaryDocument } = await import("../../runs/import-inventory.js");
    const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
    const { progressOn } = await import("../print/progress.js");
    const { requireDistinctReports, streamed } = await import("../print/reports.js");
    const { writeResult } = await import("../print/result.js");
    const input = fileAt(resolve(terminal.host.folder, file));
    requireDistinctReports(output, [input], terminal, streamed(output));
    const progress = progressOn(terminal);
    const host = { ...terminal.host, progress: progress.show };
    const { value, problems } = await importInventory({ format, file, out, layout }, host).finally(progress.end);
    printDiagnostics(problems, viewpointOf(terminal, [file, out]), terminal);
    if (value === undefined) return exitCode.input;
    const { result, published } = value;
    const written = [...published.written, ...published.unchanged].map((name) => ({
      option: `--out ${out}`,
      path: resolve(terminal.host.folder, out, name),
    }));
    const shown = {
      json: () => summaryDocument(result, published, out),
      text: () => [summary(result, published, out)],
    };
    await writeResult(shown, output, [input], terminal, written);
    return exitCode.done;
  },
});
