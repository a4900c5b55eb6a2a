import { Command, Option } from "commander";
import type { DocumentDescription, FileProbe } from "../../../oscal/describe.js";
import { resolvedPath } from "../../../oscal/relative-path.js";
import type { HrefRoots } from "../../../runs/oscal/href-roots.js";
import { exitCode, type ExitCode, type Terminal } from "../../terminal.js";

interface InfoOptions {
  readonly output: "text" | "json";
}

export function oscalInfoCommand(terminal: Terminal): Command {
  return new Command("info")
    .description("Say what OSCAL documents are, what they hold and what they refer to.")
    .argument("<file...>", 'documents in JSON, YAML or XML, or folders of them; "-" for standard input')
    .addOption(new Option("--output <format>", "text or json").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      "\nExample:\n  aims oscal info catalog.json profile.xml\n\nExit codes: 0 done; 2 a document cannot be read; the others are described all the same.",
    )
    .action(async (files: readonly string[], options: InfoOptions) => {
      terminal.exit(await info(files, options, terminal));
    });
}

async function info(args: readonly string[], { output }: InfoOptions, terminal: Terminal): Promise<ExitCode> {
  const { describeDocument } = await import("../../../oscal/describe.js");
  const { HrefRoots } = await import("../../../runs/oscal/href-roots.js");
  const { namedFiles, readFiles } = await import("../../../runs/oscal/documents.js");
  const { files, problems } = await namedFiles(args, terminal);
  const roots = new HrefRoots(files, terminal);
  const described: { file: string; description: DocumentDescription }[] = [];
  let passedOver = 0;
  for await (const read of readFiles(files)) {
    const description = read?.document && describeDocument(read.document.value, probe(read.document.file, roots));
    if (read === undefined) passedOver += 1;
    else if (description) described.push({ file: read.name, description });
    else problems.push(...read.diagnostics);
  }
  if (output === "json") {
    terminal.out(
      `${JSON.stringify(
        described.map(({ file, description }) => ({ file, ...description })),
        null,
        2,
      )}\n`,
    );
  } else {
    const { descriptionText } = await import("../../../report/description.js");
    for (const [index, { file, description }] of described.entries()) {
      if (index > 0) terminal.out("\n");
      for (const line of descriptionText(description, file, { color: terminal.color })) terminal.out(line);
    }
  }
  if (passedOver > 0) {
    terminal.err(`${String(passedOver)} other ${passedOver === 1 ? "file" : "files"} passed over.\n`);
  }
  const { printDiagnostics } = await import("../../print/diagnostics.js");
  printDiagnostics(problems, terminal);
  return problems.length > 0 ? exitCode.input : exitCode.done;
}

/** Looks for what a document names, as far as it lies in the folders that may be looked into. @param file name of the document's file */
function probe(file: string, roots: HrefRoots): FileProbe {
  return (href) => {
    try {
      return roots.exists(resolvedPath(file, href));
    } catch {
      return undefined; // No name that a file can have, such as one with a NUL character.
    }
  };
}
