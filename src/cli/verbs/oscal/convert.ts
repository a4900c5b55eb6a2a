import { Option } from "commander";
import { hasErrors } from "../../../diagnostics/diagnostic.js";
import type { OscalFormat } from "../../../oscal/read.js";
import { diagnosticsFormats, type DiagnosticsFormat } from "../../../report/diagnostics.js";
import { diagnosticsOption, excludeOption, outOption, type OutputTarget } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface ConvertOptions {
  readonly to?: OscalFormat;
  readonly from?: OscalFormat;
  readonly out?: string;
  readonly exclude?: readonly string[];
  readonly lossy?: boolean;
  readonly output: readonly OutputTarget<DiagnosticsFormat>[];
}

export const convertVerb: Verb = defineVerb({
  summary: "turn documents into JSON, YAML or XML without losing anything",
  description: "Turn OSCAL documents of any model into JSON, YAML or XML without losing anything.",
  parameters: (command) =>
    command
      .argument("<in...>", 'files or folders in JSON, YAML or XML; "-" for standard input')
      .addOption(
        new Option(
          "--to <format>",
          "the format to write (default: as a file in --out ends; a folder and standard output need it)",
        ).choices(["json", "yaml", "xml"]),
      )
      .addOption(
        new Option(
          "--from <format>",
          "the format to read: of a folder only files of this format, of a file or standard input whatever its name says",
        ).choices(["json", "yaml", "xml"]),
      )
      .addOption(
        outOption(
          "path",
          "file to write; for a folder, or several files, the folder to write into (default: standard output); an existing file is overwritten",
        ),
      )
      .addOption(excludeOption())
      .option(
        "--lossy",
        "write a document without the formatting that Markdown cannot hold, and warn of what is dropped",
      )
      .addOption(diagnosticsOption(diagnosticsFormats)),
  notes: `A document is written whole or not at all: what the other format cannot hold is an error, with its place. Formatting in XML that
Markdown has no form for is such an error; with --lossy it is a warning, and the document is written without it. Only what says nothing
is left out, and reported: comments, processing instructions and attributes of other namespaces in XML, empty paragraphs, a "$schema". A
line end within a paragraph becomes a blank in XML, as in HTML, which is reported too.

An existing file is overwritten, though never one that is read. Order follows the model, so that converting twice changes
nothing. Links from one document to another stay as they are, file name endings included.`,
  examples: ["oscal convert catalog.xml -o catalog.json", "oscal convert content/ --to yaml -o yaml/"],
  exits: { 0: "all written", 2: "there is nothing to convert, or something cannot be read, converted or written" },
  run: async ([files]: [string[]], { out, output, ...options }: ConvertOptions, terminal) => {
    const { convertOscal } = await import("../../../runs/convert-oscal.js");
    const { viewpointOf } = await import("../../print/diagnostics.js");
    const { requireDocumentApart, writeDocumentReports } = await import("../../print/document-reports.js");
    const { skippedFiles } = await import("../../print/counts.js");
    const toFile = out !== undefined && out !== "-";
    if (!toFile) requireDocumentApart(output);
    const conversion = await convertOscal({ files, ...options, ...(toFile ? { out } : {}) }, terminal.host);
    const { text, problems, written: count, files: named, others } = conversion;
    if (text !== undefined) terminal.out(text);
    const viewpoint = viewpointOf(terminal, toFile ? [...files, out] : files);
    const { inputs, outputs } = conversion;
    const written = outputs.map((path) => ({ option: `--out ${out ?? ""}`, path }));
    const found = { command: "oscal convert", problems, viewpoint, home: { file: files[0] ?? "." } };
    await writeDocumentReports(found, output, { inputs, written }, terminal);
    if (toFile && named > 1 && others < named) {
      const aside = others === 0 ? "" : `; ${skippedFiles(others)}`;
      terminal.err(`${String(count)} of ${String(named - others)} documents written${aside}.\n`);
    }
    return count + others === named && named > 0 && !hasErrors(problems) ? exitCode.done : exitCode.input;
  },
});
