import { printable } from "../../foundation/printable.js";
import { didYouMean } from "../../foundation/words.js";
import type { ResultFormat } from "../../report/result.js";
import type { OutputTarget } from "../options.js";
import type { AddressMapping } from "../../runs/resolve-profile.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineVerb, type Verb } from "../verb.js";

interface ExplainOptions {
  readonly output: readonly OutputTarget<ResultFormat>[];
  readonly profile?: string;
  readonly map?: readonly AddressMapping[];
}

export const explainVerb: Verb = defineVerb({
  summary: "say what a control asks for, or what a code or constraint means",
  description:
    "Say what a control asks for under a profile, or what a code of a diagnostic, a constraint of OSCAL or a reference rule means.",
  parameters: async (command, { mapOption, outputOption }) => {
    const { resultFormats } = await import("../../report/result.js");
    return command
      .argument(
        "[subject]",
        "a control by its id or label, such as iso42001:A.6.2.8, a code, a constraint id or the id of a reference rule; without one, all codes are listed",
      )
      .argument(
        "[workspace]",
        "for a control: folder whose aims.yaml names the profile and whose own rules are listed too (default: the one where you are, if it has an aims.yaml or organization.yaml)",
      )
      .option(
        "--profile <name|path>",
        "for a control: the profile (default: the one in the workspace's aims.yaml, else iso-42001-full)",
      )
      .addOption(mapOption())
      .addOption(outputOption(resultFormats));
  },
  examples: [
    "explain iso42001:A.6.2.8 --profile eu-deployer",
    "explain A.6.2.8 my-workspace",
    "explain oscal-missing-property",
    "explain oscal-index-metadata-party-uuid",
  ],
  exits: { 0: "explained", 2: "the name is unknown, or part of the workspace cannot be read" },
  run: explain,
});

async function explain(
  [topic, workspace]: [topic: string | undefined, workspace: string | undefined],
  { output, profile, map: maps }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
  const { writeResult } = await import("../print/result.js");
  const { codesText, codeText, constraintText, controlText, explainedControl } =
    await import("../../report/explanation.js");
  const show = (json: unknown, text: string): Promise<void> =>
    writeResult({ json: () => json, text: () => [text] }, output, [], terminal);
  if (topic === undefined) {
    const { codeAreas } = await import("../../diagnostics/codes.js");
    await show(codeList(codeAreas), codesText(codeAreas));
    return exitCode.done;
  }
  const { explain: run } = await import("../../runs/explain.js");
  const request = {
    topic,
    ...(profile === undefined ? {} : { profile }),
    ...(workspace === undefined ? {} : { workspace }),
    ...(maps === undefined ? {} : { maps }),
  };
  const answer = await run(request, terminal.host);
  const viewpoint = viewpointOf(terminal);
  const refuse = (words: string): ExitCode => {
    terminal.err(`aims: ${words}\n`);
    return exitCode.input;
  };
  switch (answer.kind) {
    case "code": {
      const { code, entry, severity } = answer;
      const { title, meaning, fix, example } = entry;
      const json = { code, ...(severity === undefined ? {} : { severity }), title, meaning, fix, example };
      await show(json, codeText(code, entry, severity));
      return exitCode.done;
    }
    case "constraint": {
      const { id, declarations } = answer;
      await show({ constraint: id, declarations }, constraintText(id, declarations));
      return exitCode.done;
    }
    case "not-of-workspace":
      return refuse(
        `"${topic}" means the same everywhere; a folder, as "${workspace ?? ""}", is for controls. Leave it out.`,
      );
    case "unusable":
      printDiagnostics(answer.problems, viewpoint, terminal);
      return exitCode.input;
    case "unknown": {
      printDiagnostics(answer.problems, viewpoint, terminal);
      const what =
        answer.profile === undefined
          ? `nothing is known about "${printable(topic)}".`
          : `no code and no constraint, and no control of the profile ${printable(answer.profile)}, is called "${printable(topic)}".`;
      const guess = answer.guess === undefined ? undefined : printable(answer.guess);
      return refuse(`${what} ${didYouMean(guess, "aims explain lists all codes.")}`);
    }
    case "unselected": {
      printDiagnostics(answer.problems, viewpoint, terminal);
      const { control, file, profile: searched } = answer;
      return refuse(
        `${printable(viewpoint.nameOf(file))} has the control "${printable(control.id)}" (${printable(control.title)}), but the profile ${printable(searched)} does not select it. To take it in, name it in the include-controls of the import, and not in exclude-controls.`,
      );
    }
    case "control": {
      printDiagnostics(answer.problems, viewpoint, terminal);
      const explanation = explainedControl(answer, viewpoint.nameOf);
      await show(explanation, controlText(explanation));
      if (answer.incomplete.length === 0) return exitCode.done;
      // The shipped part is printed; the user has to know that rules of the workspace may be missing.
      printDiagnostics(answer.incomplete, viewpoint, terminal);
      return refuse("rules of the workspace may be missing above, since not all of it can be read.");
    }
  }
}

function codeList(
  areas: readonly { readonly title: string; readonly codes: Readonly<Record<string, object>> }[],
): unknown {
  return areas.flatMap((area) =>
    Object.entries(area.codes).map(([code, { ...entry }]) => {
      const { title, meaning, fix, example } = entry as Readonly<Record<string, unknown>>;
      return { code, area: area.title, title, meaning, fix, example };
    }),
  );
}
