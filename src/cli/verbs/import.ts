import type { ImportLayout } from "../../runs/import-inventory.js";
import { exitCode, defineVerb, type Verb } from "../verb.js";

interface ImportOptions {
  readonly out: string;
  readonly format: ImportLayout;
}

export const importVerb: Verb = defineVerb({
  summary: "turn an inventory of another format into descriptors",
  description: "Turn an inventory of another format into descriptors, and list everything odd about it.",
  parameters: async (command, { Option }) => {
    const { importers } = await import("../../inventory/importers.js");
    return command
      .argument("<inventory-format>", `the format of the file: ${Object.keys(importers).join(", ")}`)
      .argument("<file>", "the inventory")
      .requiredOption("--out <folder>", "workspace that the descriptors go to; made when it does not exist (required)")
      .addOption(
        new Option(
          "--format <layout>",
          "ndjson: systems/<unit>.ndjson, a descriptor a line; yaml: systems/<unit>/<id>.yaml",
        )
          .choices(["ndjson", "yaml"])
          .default("ndjson"),
      );
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
  run: async ([format, file]: [string, string], options: ImportOptions, terminal) => {
    const { importInventory, summary } = await import("../../runs/import-inventory.js");
    const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
    const { progressOn } = await import("../print/progress.js");
    const { out, format: layout } = options;
    const progress = progressOn(terminal);
    const host = { ...terminal.host, progress: progress.show };
    const { value, problems } = await importInventory({ format, file, out, layout }, host).finally(progress.end);
    printDiagnostics(problems, viewpointOf(terminal, [file, out]), terminal);
    if (value === undefined) return exitCode.input;
    terminal.out(summary(value.result, value.published, out));
    return exitCode.done;
  },
});
