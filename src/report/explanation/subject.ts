import { defined } from "../../foundation/defined.js";
import { plural } from "../../foundation/words.js";
import { supportedState } from "../supported-state.js";
import { text, type NameOf } from "./facts.js";
import type { Judged, SubjectTopic } from "./topic.js";

/** A system or organization for programs. */
export function subjectJson(topic: SubjectTopic, nameOf: NameOf): object {
  const { kind, id, name, unit, stage, excluded, file, line, judged } = topic;
  return {
    ...{ [kind]: id, name, unit, stage, excluded, file: nameOf(file), line },
    ...(judged === undefined
      ? {}
      : {
          profile: judged.profile,
          asOf: judged.asOf,
          verdicts: judged.verdicts.map(({ rule, controls, state, severity, assurance, findings }) => ({
            ...{ rule, controls, state, severity, assurance },
            findings: findings.map((each) => ({ ...each, file: nameOf(judged.fileOf(each.file)) })),
          })),
          evidence: judged.evidence.map((each) => ({
            ...{ ...each, file: nameOf(judged.fileOf(each.file)) },
            ...defined({ fault: judged.faults.get(each.id) }),
          })),
        }),
  };
}

/** A system or organization for people: what the descriptor says of it, and how each rule judges it. */
export function subjectText(topic: SubjectTopic, nameOf: NameOf): string {
  const { id, name, unit, stage, excluded, file, line, judged } = topic;
  const rows: [string, string | undefined][] = [
    ["Descriptor", `${nameOf(file)}:${String(line)}`],
    ["Unit", unit],
    ["Life cycle", stage],
    ["Not covered", excluded],
  ];
  return text([
    `${id}  ${name ?? ""}`.trimEnd(),
    "",
    ...rows.flatMap(([label, value]) => (value === undefined ? [] : [`${`${label}:`.padEnd(13)}${value}`])),
    ...(judged === undefined ? [] : ["", ...verdictLines(judged, nameOf), ...evidenceLines(judged, nameOf)]),
  ]);
}

function verdictLines({ profile, asOf, verdicts, titles, fileOf }: Judged, nameOf: NameOf): string[] {
  const head = `Under ${profile} on ${asOf}: ${verdicts.length === 0 ? "no rule speaks of it." : plural(verdicts.length, "rule")}`;
  const [states, rules] = [
    verdicts.map((each) => supportedState(each).length),
    verdicts.map(({ rule }) => rule.length),
  ];
  return [
    head,
    ...verdicts.flatMap(({ rule, state, assurance, findings }) => [
      `  ${supportedState({ state, assurance }).padEnd(Math.max(...states))}  ${rule.padEnd(Math.max(...rules))}  ${titles.get(rule) ?? ""}`.trimEnd(),
      ...(state === "satisfied" ? [] : findings).map(
        ({ message, file, line, column }) =>
          `      ${nameOf(fileOf(file))}:${String(line)}:${String(column)}: ${message}`,
      ),
    ]),
  ];
}

function evidenceLines({ evidence, faults, fileOf }: Judged, nameOf: NameOf): string[] {
  if (evidence.length === 0) return ["", "Evidence: none recorded."];
  return [
    "",
    "Evidence:",
    ...evidence.map(({ id, title, supports, validUntil, file, line }) => {
      const until = validUntil === undefined ? "" : `, valid until ${validUntil}`;
      const fault = faults.get(id);
      const counts = fault === undefined ? `${supports}${until}` : `${supports} only: ${fault}`;
      return `  ${id}  ${title ?? ""}  (${counts})  ${nameOf(fileOf(file))}:${String(line)}`;
    }),
  ];
}
