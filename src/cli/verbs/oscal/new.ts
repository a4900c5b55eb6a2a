import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { InputError } from "../../../diagnostics/diagnostic.js";
import { nearest } from "../../../foundation/nearest.js";
import { oscalModels, type OscalModel } from "../../../oscal/model.js";
import { formatOfName, type OscalFormat } from "../../../oscal/read.js";
import { projectNamespace, uuidV5 } from "../../../foundation/uuid.js";
import { parseMoment } from "../../moment.js";
import { exitCode, type Terminal } from "../../terminal.js";

interface NewOptions {
  readonly title?: string;
  readonly to?: OscalFormat;
  readonly out: string;
  readonly asOf?: string;
  readonly force?: boolean;
}

export function oscalNewCommand(terminal: Terminal): Command {
  return new Command("new")
    .description("Write the smallest valid document of an OSCAL model, to start from.")
    .argument("<model>", oscalModels.join(", "), parseModel)
    .option("--title <title>", "title of the document, one line of OSCAL markup", parseTitle)
    .addOption(
      new Option("--to <format>", "json, yaml or xml (default: by the ending of --out, else json)").choices([
        "json",
        "yaml",
        "xml",
      ]),
    )
    .option("-o, --out <file>", 'file to write; "-" is standard output', "-")
    .option(
      "--as-of <time>",
      "moment that the document is dated with, and its UUIDs made from: YYYY-MM-DD, or with a time and time zone (default: now)",
      parseMoment,
    )
    .option("--force", "replace the file if there is one")
    .addHelpText(
      "after",
      `
New documents fit together: each imports the one below it by the name of its model, so that
catalog.json, profile.json, system-security-plan.json and so on in one folder are a chain.

Example:
  aims oscal new catalog --title "House rules" -o catalog.json

Exit codes: 0 written; 2 no such model, or the file is there already.`,
    )
    .action(async (model: OscalModel, options: NewOptions) => {
      await writeNew(model, options, terminal);
      terminal.exit(exitCode.done);
    });
}

function parseModel(value: string): OscalModel {
  const model = oscalModels.find((each) => each === value);
  if (model !== undefined) return model;
  const guess = nearest(value, oscalModels);
  const hint = guess === undefined ? "" : ` Did you mean "${guess}"?`;
  throw new InvalidArgumentError(`It is not an OSCAL model.${hint} Models: ${oscalModels.join(", ")}.`);
}

function parseTitle(value: string): string {
  const title = value.trim();
  // eslint-disable-next-line no-control-regex -- no control character can be written as XML, nor a line end in a line
  if (title === "" || /[\u0000-\u001f\u007f]/.test(title)) {
    throw new InvalidArgumentError("Write a title of one line that is not blank.");
  }
  return title;
}

async function writeNew(model: OscalModel, options: NewOptions, terminal: Terminal): Promise<void> {
  // The only look at the clock: it is the default of --as-of.
  const lastModified = options.asOf ?? new Date().toISOString();
  const format = options.to ?? (options.out === "-" ? undefined : formatOfName(options.out)) ?? "json";
  const { smallestDocument } = await import("../../../oscal/new.js");
  const namespace = uuidV5(projectNamespace, "oscal/new");
  const { documentText } = await import("../../../oscal/write.js");
  // The document is our own and the title was looked at: every format holds it.
  const { text } = await documentText(
    smallestDocument(model, {
      ...(options.title === undefined ? {} : { title: options.title }),
      lastModified,
      format,
      uuid: (key) => uuidV5(namespace, JSON.stringify([model, options.title ?? null, lastModified, key])),
    }),
    format,
  );
  if (options.out === "-") {
    terminal.out(text);
    return;
  }
  const path = resolve(terminal.cwd, options.out);
  if (options.force !== true && lstatSync(path, { throwIfNoEntry: false })) {
    throw new InputError([
      {
        code: "file-exists",
        severity: "error",
        message: "The file is there already and was left as it is.",
        file: options.out,
        fix: "Name another file, or add --force to replace it.",
      },
    ]);
  }
  const { writeWhole } = await import("../../../files/write.js");
  const { writing } = await import("../../../files/writing.js");
  writing("file", options.out, () => writeWhole(path, text));
  terminal.err(`${options.out}: a new ${model}.\n`);
}
