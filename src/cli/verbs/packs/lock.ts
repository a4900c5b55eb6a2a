import { defineVerb, exitCode, type Verb } from "../../verb.js";

export const lockVerb: Verb = defineVerb({
  summary: "record what the packs of a workspace hold",
  description:
    "Write aims-packs.lock.json beside aims.yaml: for each pack where it comes from, its version, and the SHA-256 of its files.",
  parameters: (command) => command.argument("[workspace]", "folder of the workspace (default: this folder)"),
  notes: `Look at what a pack holds before you lock it: its rules decide. Every command that
reads a pack refuses one whose files are not those of the lock file.`,
  examples: ["packs lock"],
  exits: { 0: "the lock file has every pack as it is", 2: "a pack cannot be read, or the file cannot be written" },
  run: async ([folder]: [folder: string | undefined], _: object, terminal) => {
    const { plural } = await import("../../../foundation/words.js");
    const { lockPacks } = await import("../../../runs/packs.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const { value, problems } = await lockPacks(folder, terminal.host);
    const viewpoint = viewpointOf(terminal, folder === undefined ? [] : [folder]);
    printDiagnostics(problems, viewpoint, terminal);
    if (value === undefined) return exitCode.input;
    for (const { name, state, sha256, version } of value.packs) {
      const before = { locked: "unchanged", changed: "changed", "not-locked": "new" }[state];
      terminal.out(`${name}${version === undefined ? "" : ` ${version}`}: ${before}, ${sha256.slice(0, 12)}\n`);
    }
    const file = viewpoint.nameOf(value.file);
    terminal.err(
      value.written
        ? `${file}: ${plural(value.packs.length, "pack")}.\n`
        : value.packs.length === 0
          ? "The workspace takes in no packs: nothing to lock.\n"
          : `${file} is up to date.\n`,
    );
    return exitCode.done;
  },
});
