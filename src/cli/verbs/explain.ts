import { hasErrors } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import { printable } from "../../foundation/printable.js";
import { didYouMean } from "../../foundation/words.js";
import type { LawName } from "../../law/laws.js";
import type { ResultFormat } from "../../report/result.js";
import type { Explanation } from "../../runs/explain.js";
import type { OutputTarget } from "../options.js";
import type { AddressMapping } from "../../runs/resolve-profile.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineVerb, type Verb } from "../verb.js";

interface ExplainOptions {
  readonly output: readonly OutputTarget<ResultFormat>[];
  readonly profile?: string;
  readonly map?: readonly AddressMapping[];
  readonly asOf?: string;
  readonly law?: LawName;
}

/** The kinds of things that have names, with a name of each. */
const kinds: Readonly<Record<string, string>> = {
  controls: "iso42001:A.6.2.8, A.6.2.8 or a.6.2.8",
  parameters: "log-retention-days, as a profile sets it",
  rules: "log-retention, shipped or your own",
  profiles: "iso-42001-starter, or the path of a file",
  systems: "the id of a system or organization of the workspace",
  states: "stale, open, not-assessed",
  assurance: "declared, documented, tested",
  severities: "low, medium, high, critical",
  models: "catalog, assessment-results",
  codes: "no-systems, as a message has it",
  constraints: "oscal-index-metadata-party-uuid",
};

export const explainVerb: Verb = defineVerb({
  summary: "say what a control, parameter, rule, profile, system, state or code means",
  description:
    "Say what a name means: a control, parameter, rule or profile; a system of the workspace, and how it is judged or, with --law, how a law concerns it; a state, a code. A name that means several things is explained as each of them.",
  parameters: async (command, { lawOption, mapOption, outputOption, parseDay, profileOption }) => {
    const { resultFormats } = await import("../../report/result.js");
    const { lawNames } = await import("../../law/laws.js");
    return command
      .argument("[topic]", "the name; without one, all codes are listed")
      .argument(
        "[workspace]",
        "folder whose profile, rules and systems are meant (default: the one where you are, if it has an aims.yaml or organization.yaml)",
      )
      .addOption(
        profileOption(
          "profile under which it is explained (default: the one in the workspace's aims.yaml, else iso-42001-full)",
        ),
      )
      .addOption(mapOption())
      .addOption(
        lawOption(lawNames, `how a law concerns a system, derived from its descriptor: ${lawNames.join(" or ")}`),
      )
      .option("--as-of <date>", "day for which a system is judged, YYYY-MM-DD (default: today)", parseDay)
      .addOption(outputOption(resultFormats));
  },
  notes: `What can be explained:\n${kindLines()}`,
  examples: [
    "explain iso42001:A.6.2.8 --profile eu-deployer",
    "explain minimum-assurance my-workspace",
    "explain credit-scoring examples/meridian-bank --as-of 2026-11-01",
    "explain credit-scoring examples/meridian-bank --law eu-ai-act --as-of 2026-12-02",
    "explain oscal-missing-property",
  ],
  exits: { 0: "explained", 2: "the name is unknown, or part of the workspace cannot be read" },
  run: explain,
});

function kindLines(): string {
  return Object.entries(kinds)
    .map(([kind, examples]) => `  ${kind.padEnd(12)}  ${examples}`)
    .join("\n");
}

async function explain(
  [topic, workspace]: [topic: string | undefined, workspace: string | undefined],
  { output, profile, map: maps, asOf, law }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
  const { writeResult } = await import("../print/result.js");
  const { codesText, topicJson, topicsText } = await import("../../report/explanation.js");
  const refuse = (words: string): ExitCode => {
    terminal.err(`aims: ${words}\n`);
    return exitCode.input;
  };
  if (topic === undefined && law !== undefined) return refuse("--law needs a system: name its id.");
  if (topic === undefined) {
    const { codeAreas } = await import("../../diagnostics/codes.js");
    const text = (): string[] => [codesText(codeAreas), `\nWhat else can be explained:\n${kindLines()}\n`];
    await writeResult({ json: () => codeList(codeAreas), text }, output, [], terminal);
    return exitCode.done;
  }
  const { requireReportsUnread } = await import("../print/reports.js");
  await requireReportsUnread(output, workspace, terminal);
  const { explain: run, isTheSameEverywhere } = await import("../../runs/explain.js");
  const answer = await run({ topic, ...defined({ profile, workspace, maps, asOf, law }) }, terminal.host);
  const { topics, problems, incomplete, files } = answer;
  const viewpoint = viewpointOf(terminal, isTopicPath(topic) ? [topic] : []);
  if (answer.notSystem !== undefined) return refuse(whyNoLaw(topic, answer.notSystem));
  if (answer.unread !== undefined) {
    printDiagnostics(answer.unread, viewpoint, terminal);
    const hint = answer.guess === undefined ? "" : ` ${didYouMean(printable(answer.guess), "")}`;
    return refuse(
      `whether a system is called "${printable(topic)}" cannot be told, since not all of the workspace can be read.${hint}`,
    );
  }
  if (topics.length === 0) {
    printDiagnostics([...answer.unusable, ...problems], viewpoint, terminal);
    if (answer.known !== undefined) {
      const { widespreadWords } = await import("../../report/widespread-error.js");
      return refuse(widespreadWords(answer.known));
    }
    const words = whyUnknown(topic, answer, viewpoint.nameOf);
    return words === undefined ? exitCode.input : refuse(words);
  }
  if (workspace !== undefined && topics.every(isTheSameEverywhere)) {
    return refuse(
      `"${topic}" means the same everywhere; a folder, as "${workspace}", is for controls, rules and systems. Leave it out.`,
    );
  }
  printDiagnostics(problems, viewpoint, terminal);
  const json = topics.map((each) => topicJson(each, viewpoint.nameOf));
  const result = {
    json: () => (json.length === 1 ? json[0] : json),
    text: () => [topicsText(topics, viewpoint.nameOf)],
  };
  await writeResult(result, output, files, terminal);
  if (incomplete.length === 0) return hasErrors(problems) ? exitCode.input : exitCode.done;
  // The shipped part is printed; the user has to know that rules of the workspace may be missing.
  printDiagnostics(incomplete, viewpoint, terminal);
  return refuse("rules of the workspace may be missing above, since not all of it can be read.");
}

function isTopicPath(topic: string): boolean {
  return /[/\\]/.test(topic);
}

/** Why no law can be derived for a name. */
function whyNoLaw(topic: string, kind: string): string {
  const name = printable(topic);
  return kind === "organization"
    ? `a law is derived for one system at a time, and "${name}" is the organization. Name one of its systems.`
    : `a law is derived for a system, and "${name}" is not one (${kind === "word" ? "it is a word of aims" : `it is a ${kind}`}). Name a system, or leave --law out.`;
}

/** Why nothing is explained; undefined where the problems say it. */
function whyUnknown(
  topic: string,
  { unselected, unusable, profile, guess }: Explanation,
  nameOf: (file: string) => string,
): string | undefined {
  if (unselected !== undefined) {
    const { control, file } = unselected;
    return `${printable(nameOf(file))} has the control "${printable(control.id)}" (${printable(control.title)}), but the profile ${printable(profile ?? "")} does not select it. To take it in, name it in the include-controls of the import, and not in exclude-controls.`;
  }
  if (unusable.length > 0 && guess === undefined) return undefined;
  const where = profile === undefined ? "" : ` under the profile ${printable(profile)}`;
  const hint = didYouMean(
    guess === undefined ? undefined : printable(guess),
    `There are ${Object.keys(kinds).join(", ")}: "aims help explain" shows a name of each.`,
  );
  return `nothing is called "${printable(topic)}"${where}. ${hint}`;
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
