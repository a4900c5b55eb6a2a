import { join, resolve } from "node:path";
import { fileAt } from "../../../files/paths.js";
import { defined } from "../../../foundation/defined.js";
import { plural } from "../../../foundation/words.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import type { VendoredDocument, VendoredImports } from "../../../runs/vendor-imports.js";
import { resultFormats, type ResultFormat } from "../../../report/result.js";
import { mapOption, outOption, outputOption, parseDay, type OutputTarget } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface VendorOptions {
  readonly out?: string;
  readonly ca?: string;
  readonly allowPrivate?: boolean;
  readonly frozen?: boolean;
  readonly map?: readonly AddressMapping[];
  readonly asOf?: string;
  readonly output: readonly OutputTarget<ResultFormat>[];
}

export const vendorVerb: Verb = defineVerb({
  summary: "download what a profile imports by address, with a lock file",
  description:
    "Download the catalogs and profiles that a profile imports by https address, directly and through others, and write them with a lock file.",
  parameters: (command) =>
    command
      .argument("<profile>", "the profile's file")
      .addOption(
        outOption(
          "folder",
          "where the copies and oscal.lock.json go (default: the folder that aims.yaml names, the nearest vendor/ with a lock file, or vendor)",
        ),
      )
      .option("--ca <file>", "certificates (PEM) of an authority of your own that are trusted too")
      .option("--allow-private", "allow machines of your own network: private, loopback and link-local addresses")
      .option("--frozen", "write nothing, and fail where a document, a copy or the lock file would change")
      .addOption(mapOption())
      .option("--as-of <date>", "day of the download, YYYY-MM-DD (default: today)", parseDay)
      .addOption(outputOption(resultFormats)),
  notes: `This is the only command that opens a connection: https, to public addresses,
without a proxy. Nothing is written unless every document is there and is
valid OSCAL. All other commands read the copies, and refuse one that has
changed.`,
  examples: ["oscal vendor profiles/mine.json"],
  exits: {
    0: "the copies and the lock file are up to date",
    1: "with --frozen: something would change",
    2: "something cannot be downloaded or written",
  },
  run: async ([profile]: [string], { output, map: maps, ...options }: VendorOptions, terminal) => {
    const { vendorImports } = await import("../../../runs/vendor-imports.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const { writeResult } = await import("../../print/result.js");
    const { progressOn } = await import("../../print/progress.js");
    const progress = progressOn(terminal);
    const host = { ...terminal.host, progress: progress.show };
    const request = { profile, ...options, ...defined({ maps }) };
    const { value, problems } = await vendorImports(request, host).finally(progress.end);
    const viewpoint = viewpointOf(terminal, [profile]);
    if (problems.length > 0) printDiagnostics(problems, viewpoint, terminal);
    if (value === undefined) {
      return problems.some(({ code }) => code === "vendor-frozen") ? exitCode.findings : exitCode.input;
    }
    const folder = viewpoint.nameOf(value.folder);
    const found = {
      json: () => ({ folder, documents: value.documents }),
      text: () => value.documents.map((document) => `${lineOf(document)}\n`),
    };
    const written = ["oscal.lock.json", ...value.documents.map(({ file }) => file)].map((file) => ({
      option: `the copies in ${folder}`,
      path: join(value.folder, file),
    }));
    await writeResult(found, output, [fileAt(resolve(terminal.host.folder, profile))], terminal, written);
    terminal.err(`${summaryOf(value, folder, profile)}\n`);
    return exitCode.done;
  },
});

function lineOf({ address, file, sha256, state, before }: VendoredDocument): string {
  if (before !== undefined) return `${address}: changed, ${before.slice(0, 12)} -> ${sha256.slice(0, 12)} (${file})`;
  return `${address}: ${state}, ${sha256.slice(0, 12)} (${file})`;
}

function summaryOf({ documents, found }: VendoredImports, folder: string, profile: string): string {
  if (documents.length === 0)
    return `${profile} imports nothing by an address without a local copy: nothing to download.`;
  const done = `${folder}: ${plural(documents.length, "document")} and oscal.lock.json.`;
  return found ? done : `${done} To have them read from there, write into aims.yaml: vendor: ${folder}`;
}
