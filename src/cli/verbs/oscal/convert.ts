import { Command, Option } from "commander";
import type { OscalFormat } from "../../../oscal/read.js";
import { exitCode, type Terminal } from "../../terminal.js";

interface ConvertOptions {
  readonly to: OscalFormat;
  readonly out?: string;
  readonly lossy?: boolean;
}

export function oscalConvertCommand(terminal: Terminal): Command {
  return new Command("convert")
    .description("Turn OSCAL documents of any model into JSON, YAML or XML without losing anything.")
    .argument("<in...>", 'files or folders in JSON, YAML or XML; "-" for standard input')
    .addOption(
      new Option("--to <format>", "the format to write").choices(["json", "yaml", "xml"]).makeOptionMandatory(),
    )
    .option(
      "-o, --out <path>",
      "file to write; for a folder, or several files, the folder to write into (default: standard output); what is there is overwritten",
    )
    .option("--lossy", "write also what Markdown has no form for, without it, and warn of what is dropped")
    .addHelpText(
      "after",
      `
A document is written whole or not at all: what the other format cannot hold is an error, with its place. Only comments, processing
instructions and attributes of other namespaces in XML are left out, which is said. Formatting in XML that Markdown has no form for is
such an error; with --lossy it is a warning, and the document is written without it.

A file that stands where --out writes is overwritten, though never one that is read. Order follows the model, so that converting twice changes nothing. Links from one
document to another stay as they are, file name endings included.

Example:
  aims oscal convert catalog.xml --to json -o catalog.json
  aims oscal convert content/ --to yaml -o yaml/

Exit codes: 0 all written; 2 there is nothing to convert, or something cannot be read, converted or written.`,
    )
    .action(async (args: string[], { to, out, lossy = false }: ConvertOptions) => {
      const { convertFiles } = await import("../../../runs/convert-oscal.js");
      terminal.exit((await convertFiles(args, { to, out, lossy }, terminal)) ? exitCode.done : exitCode.input);
    });
}
