import { Command, Option } from "commander";
import { exitCode, type ExitCode, type Terminal } from "../../terminal.js";

interface WhyOptions {
  readonly output: "text" | "json";
}

export function oscalWhyCommand(terminal: Terminal): Command {
  return new Command("why")
    .description(
      "Say who put a control, group, parameter, part, resource, role, party or location into what a profile resolves to, who changed it, or who took it out.",
    )
    .argument("<profile>", "the profile's file, or the name of one that ships with aims")
    .argument(
      "<id>",
      "id of a control, group, parameter, part or role; uuid of a resource, party or location; or a JSON pointer into the resolved catalog",
    )
    .addOption(new Option("--output <format>", "text or json").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      `
Each step names its file and line, the oldest first: defined, imported, set, overridden, added, removed, excluded, not added (an
alteration that finds no place for it).

Example:
  aims oscal why us-federal-high-impact impact-assessment-max-age

Exit codes: 0 known, in the resolved catalog or left out of it; 2 no document knows the id, or the profile cannot be resolved.`,
    )
    .action(async (profile: string, id: string, options: WhyOptions) => {
      terminal.exit(await why(profile, id, options, terminal));
    });
}

async function why(profile: string, id: string, { output }: WhyOptions, terminal: Terminal): Promise<ExitCode> {
  const { resolveNamedProfile } = await import("../../../workspace/resolve-named-profile.js");
  const { printDiagnostics } = await import("../../print/diagnostics.js");
  // The answer does not depend on when it was asked.
  const resolution = await resolveNamedProfile(profile, "2000-01-01T00:00:00Z", terminal);
  if (resolution.document === undefined) {
    printDiagnostics(resolution.diagnostics, terminal);
    return exitCode.input;
  }
  const { diagnosticsAbout, nearestId, originsOf } = await import("../../../oscal/origins.js");
  const origins = originsOf(resolution, id);
  if (origins.length === 0) {
    const guess = nearestId(resolution, id);
    printDiagnostics(
      [
        // Instructions that name it without effect.
        ...diagnosticsAbout(resolution, id),
        {
          code: "unknown-id",
          severity: "error",
          message: `Neither the profile nor what it imports has anything with the id "${id}".`,
          file: profile,
          fix:
            guess === undefined
              ? "Name a control, group, parameter, part or role by its id, a resource, party or location by its uuid."
              : `Did you mean "${guess}"?`,
        },
      ],
      terminal,
    );
    return exitCode.input;
  }
  if (output === "json") terminal.out(`${JSON.stringify(origins, undefined, 2)}\n`);
  else {
    const { originsText } = await import("../../../report/explanation.js");
    terminal.out(originsText(origins));
  }
  return exitCode.done;
}
