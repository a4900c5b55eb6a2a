import { Command } from "commander";
import type { Terminal } from "../terminal.js";

interface Subcommand {
  readonly summary: string;
  readonly load: (terminal: Terminal) => Promise<Command>;
}

/** What can be done with OSCAL documents; the code of each is loaded when it is called. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  convert: {
    summary: "turn documents into JSON, YAML or XML without losing anything",
    load: async (terminal) => (await import("./oscal/convert.js")).oscalConvertCommand(terminal),
  },
  diff: {
    summary: "compare two documents by ids and uuids, not by lines",
    load: async (terminal) => (await import("./oscal/diff.js")).oscalDiffCommand(terminal),
  },
  info: {
    summary: "say what a document is, what it holds and what it refers to",
    load: async (terminal) => (await import("./oscal/info.js")).oscalInfoCommand(terminal),
  },
  new: {
    summary: "write the smallest valid document of a model",
    load: async (terminal) => (await import("./oscal/new.js")).oscalNewCommand(terminal),
  },
  resolve: {
    summary: "turn a profile into the catalog that it means",
    load: async (terminal) => (await import("./oscal/resolve.js")).oscalResolveCommand(terminal),
  },
  validate: {
    summary: "check documents against schema, constraints and references",
    load: async (terminal) => (await import("./oscal/validate.js")).oscalValidateCommand(terminal),
  },
  why: {
    summary: "say which profile put a control, parameter or part there, or changed it",
    load: async (terminal) => (await import("./oscal/why.js")).oscalWhyCommand(terminal),
  },
};

/** @param wanted the subcommand that is called, so that only its code is loaded */
export async function oscalCommand(terminal: Terminal, wanted: string | undefined): Promise<Command> {
  const oscal = new Command("oscal")
    .description("Work with OSCAL 1.2.2 documents of all eight models, in JSON, YAML and XML.")
    .usage("<command> [options]")
    .helpCommand(false)
    .addHelpText("after", "\nExample:\n  aims oscal validate catalog.json");
  for (const [name, { summary, load }] of Object.entries(subcommands)) {
    oscal.addCommand(name === wanted ? await load(terminal) : new Command(name).description(summary));
  }
  return oscal;
}
