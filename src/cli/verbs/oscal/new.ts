import { InvalidArgumentError, Option } from "commander";
import { nearest } from "../../../foundation/nearest.js";
import { oscalModels, type OscalModel } from "../../../oscal/model.js";
import type { OscalFormat } from "../../../oscal/read.js";
import { outOption, parseMoment } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface NewOptions {
  readonly title?: string;
  readonly to?: OscalFormat;
  readonly out: string;
  readonly asOf?: string;
  readonly force?: boolean;
}

export const newVerb: Verb = defineVerb({
  summary: "write the smallest valid document of a model",
  description: "Write the smallest valid document of an OSCAL model, to start from.",
  parameters: (command) =>
    command
      .argument("<model>", oscalModels.join(", "), parseModel)
      .option("--title <title>", "title of the document, one line of OSCAL markup", parseTitle)
      .addOption(
        new Option("--to <format>", "json, yaml or xml (default: by the ending of --out, else json)").choices([
          "json",
          "yaml",
          "xml",
        ]),
      )
      .addOption(outOption("file", 'file to write; "-" is standard output').default("-"))
      .option(
        "--as-of <time>",
        "moment that the document is dated with, and its UUIDs made from: YYYY-MM-DD, or with a time and time zone (default: now)",
        parseMoment,
      )
      .option("--force", "replace the file if there is one"),
  notes: `New documents fit together: each imports the one below it by the name of its model, so that
catalog.json, profile.json, system-security-plan.json and so on in one folder are a chain. A profile
of what ships with aims imports "aims:catalog/iso-42001" or "aims:profile/NAME" instead.`,
  examples: ['oscal new catalog --title "House rules" -o catalog.json'],
  exits: { 0: "written", 2: "no such model, or the file is there already" },
  run: async ([model]: [OscalModel], { out, ...options }: NewOptions, terminal) => {
    const { newOscal } = await import("../../../runs/new-oscal.js");
    const request = { model, ...options, ...(out === "-" ? {} : { out }) };
    const { value, problems } = await newOscal(request, terminal.host);
    if (value === undefined) {
      const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
      printDiagnostics(problems, viewpointOf(terminal, [out]), terminal);
      return exitCode.input;
    }
    if (value.file === undefined) terminal.out(value.text);
    else terminal.err(`${out}: a new ${model}.\n`);
    return exitCode.done;
  },
});

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
