import { hasErrors, InputError } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import type { FailOn } from "../../gate/gate.js";
import type { AssessmentFormat } from "../../report/assessment.js";
import type { Details } from "../../report/output.js";
import type { AddressMapping } from "../../runs/resolve-profile.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineVerb, type Verb } from "../verb.js";

interface AssessOptions {
  readonly asOf?: string;
  readonly profile?: string;
  readonly systems?: readonly string[];
  readonly map?: readonly AddressMapping[];
  readonly out: string;
  readonly output: readonly OutputTarget<AssessmentFormat>[];
  readonly details: Details;
  readonly failOn?: readonly FailOn[];
  readonly allowNotAssessed?: readonly string[];
  readonly crosswalk?: readonly string[];
  readonly strict?: boolean;
  readonly allowRuleErrors?: boolean;
  readonly ruleTimeout: number;
}

export const assessVerb: Verb = defineVerb({
  summary: "assess AI systems against a profile; writes OSCAL and prints a table",
  description: "Assess the AI systems of a workspace against a profile.",
  parameters: async (command, kinds) => {
    const {
      Option,
      listOption,
      mapOption,
      outOption,
      outputOption,
      parseDay,
      parseSeconds,
      profileOption,
      repeatable,
    } = kinds;
    const { strictOption, wordsOption } = kinds;
    const [{ assessmentFormats }, { failOnWords, openStates: states }, { details }] = await Promise.all([
      import("../../report/assessment.js"),
      import("../../gate/gate.js"),
      import("../../report/output.js"),
    ]);
    const { severities } = await import("../../policy/rule.js");
    return command
      .argument("[workspace]", "folder with organization.yaml, systems/ and perhaps aims.yaml", ".")
      .option("--as-of <date>", "day for which the assessment holds, YYYY-MM-DD (default: today)", parseDay)
      .addOption(profileOption("shipped profile by name, or an OSCAL profile by path (default: the one in aims.yaml)"))
      .addOption(repeatable("--systems <glob>", "descriptors to assess, from the workspace's folder; repeatable"))
      .addOption(mapOption())
      .addOption(outOption("folder", "where the OSCAL documents and results.json go").default("aims-out"))
      .addOption(outputOption(assessmentFormats))
      .addOption(
        new Option(
          "--details <which>",
          "system by system, what the table for people shows: all verdicts, what is open, or none",
        )
          .choices(details)
          .default("open"),
      )
      .addOption(
        wordsOption(
          "--fail-on <list>",
          failOnWords,
          `exit with 1 on open verdicts of rules of a severity or above (${severities.join(", ")}), on verdicts in a state (${states.join(", ")}; open means any of them), and always on a control without verdict (not-assessed: on nothing else); with commas, or repeatable`,
        ),
      )
      .addOption(
        listOption(
          "--allow-not-assessed <controls>",
          'controls that may be without verdict, such as iso42001:9.1, or "all"; with commas, or repeatable',
        ),
      )
      .addOption(
        listOption(
          "--crosswalk <frameworks>",
          'project the results onto frameworks, such as eu-ai-act, or "all" that mappings lead to; the files go beside the results; with commas, or repeatable',
        ),
      )
      .addOption(strictOption())
      .option("--allow-rule-errors", "do not exit with 3 when a rule could not be evaluated")
      .option(
        "--rule-timeout <seconds>",
        "time that all rules together may take for one system, where some are your own",
        parseSeconds,
        10,
      );
  },
  notes: `The last line says on what the exit code rests. Without --fail-on nothing is gated. With it, every control of the profile needs a
verdict: the gate fails on one without, unless --allow-not-assessed names it; and it fails where every verdict is not-applicable.`,
  examples: [
    "assess examples/meridian-bank --as-of 2026-11-01 --out out --output sarif=out/aims.sarif --fail-on high",
    "assess examples/meridian-bank --as-of 2026-11-01 --fail-on critical,not-satisfied --allow-not-assessed iso42001:9.1",
  ],
  exits: {
    0: "assessed, and the gate passed, or none was asked for",
    1: "the gate failed",
    2: "unusable input; with --strict, also where there are warnings alone",
    3: "a rule in error",
  },
  run: assess,
});

async function assess([workspace]: [string], options: AssessOptions, terminal: Terminal): Promise<ExitCode> {
  const { assess: run } = await import("../../runs/assess.js");
  const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
  const { appendStepSummary, sourcesAddress } = await import("../print/pipeline.js");
  const { printFormat } = await import("../print/format.js");
  const { assessmentFormats } = await import("../../report/assessment.js");
  const { output, out, map: maps, crosswalk: crosswalks } = options;
  const inFiles = output.flatMap(({ format, path }) => (path === undefined ? [] : [{ format, path }]));
  const viewpoint = viewpointOf(terminal);
  const { sarifProblems, sarifResults, streamProblems } = await import("../../runs/outputs.js");
  const shown = output.filter(({ path }) => path === undefined).map(({ format }) => format);
  const mixed = streamProblems(shown);
  if (mixed.length > 0) throw new InputError(mixed);
  const sources = defined({ sources: sourcesAddress(terminal.env) });
  const request = { ...options, ...defined({ maps, crosswalks }), ...sources, workspace, outputs: inFiles };
  const { progressOn } = await import("../print/progress.js");
  const progress = progressOn(terminal);
  const host = { ...terminal.host, progress: progress.show };
  const { assessment, problems, workspace: seenFrom, files, close } = await run(request, host).finally(progress.end);
  try {
    if (assessment === undefined) {
      const { homeOf, writeProblems } = await import("../print/reports.js");
      const home = homeOf(workspace, viewpoint, terminal);
      await writeProblems({ command: "assess", problems, viewpoint, home, valid: false }, output, files, terminal);
      if (!hasErrors(problems)) terminal.err("Not assessed: --strict counts warnings as errors.\n");
      return exitCode.input;
    }
    const reportOptions = {
      color: terminal.color,
      workspace: seenFrom,
      details: options.details,
      ...defined({ width: terminal.columns }),
      ...sources,
    };
    for (const format of shown.length > 0 ? shown : (["text"] as const)) {
      await printFormat(assessmentFormats[format], assessment, reportOptions, terminal);
    }
    const projections = crosswalks === undefined ? "" : ", the projections (crosswalk-*)";
    terminal.err(`Written to ${out}: results.json${projections} and the OSCAL documents.\n`);
    const limits = shown.includes("sarif") ? sarifProblems(sarifResults(assessment)) : [];
    printDiagnostics([...problems, ...limits], viewpoint, terminal);
    if (output.some(({ format }) => format === "github")) {
      const page = await assessmentFormats.markdown.load();
      await appendStepSummary(() => Promise.resolve(page(assessment, reportOptions)), terminal);
    }
    const { gate } = await import("../../gate/gate.js");
    const { gateLine } = await import("../../report/gate.js");
    const result = gate(assessment, options);
    terminal.err(`${gateLine(result)}\n`);
    if (result.inError.length > 0) return exitCode.fault;
    return result.passed ? exitCode.done : exitCode.findings;
  } finally {
    close();
  }
}
