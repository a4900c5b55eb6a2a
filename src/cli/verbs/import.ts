import { Command, Option } from "commander";
import { importers } from "../../inventory/importers.js";
import type { ImportOptions } from "../../runs/import-inventory.js";
import type { Terminal } from "../terminal.js";

export function importCommand(terminal: Terminal): Command {
  const formats = Object.entries(importers).map(([name, { summary }]) => `  ${name}  ${summary}`);
  return new Command("import")
    .description("Turn an inventory of another format into descriptors, and list everything odd about it.")
    .argument("<inventory-format>", `what FILE is: ${Object.keys(importers).join(", ")}`)
    .argument("<file>", "the inventory")
    .requiredOption("--out <folder>", "workspace that the descriptors go to; made when it does not exist")
    .addOption(
      new Option(
        "--format <layout>",
        "ndjson: systems/<unit>.ndjson, a descriptor a line; yaml: systems/<unit>/<id>.yaml",
      )
        .choices(["ndjson", "yaml"])
        .default("ndjson"),
    )
    .addHelpText(
      "after",
      `
Inventory formats:
${formats.join("\n")}

Writes systems/ and import-report.json and .txt, which list what is odd by record, and organization.yaml and aims.yaml
where there are none. Nothing is written before the whole file has been read; what has not changed stays untouched.

Example:
  aims import us-federal-2025 inventory.csv --out federal
  aims assess federal --as-of 2026-04-14

Exit codes: 0 imported, also with oddities; 2 unusable input, and nothing is written.`,
    )
    .action(async (format: string, file: string, options: ImportOptions) => {
      const { runImport } = await import("../../runs/import-inventory.js");
      await runImport(format, file, options, terminal);
    });
}
