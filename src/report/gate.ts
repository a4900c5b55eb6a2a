import { nearest } from "../foundation/nearest.js";
import { plural } from "../foundation/words.js";
import { printable } from "../foundation/printable.js";
import { isSeverity, type GateReason, type GateResult } from "../gate/gate.js";

/** Controls and rules that are named; of more, the number is given. */
const MOST_NAMED = 10;

/** The one line that says on what the exit code of an assessment rests. */
export function gateLine(result: GateResult): string {
  return [verdict(result), ...faults(result), ...unused(result)].join(" ");
}

function verdict({ failOn, reasons, inError, open, notAssessed, allowed, nothingApplies }: GateResult): string {
  if (failOn.length === 0) {
    const none = nothingApplies ? " Every verdict is not-applicable, so nothing was shown." : "";
    return `Not gated: ${plural(open, "verdict")} open, ${plural(notAssessed.length, "control")} without verdict.${none}`;
  }
  const limit = `--fail-on ${failOn.join(",")}`;
  const faults = inError.length === 0 ? [] : [`${plural(inError.length, "rule")} in error`];
  const against = [...faults, ...reasons.map(words)];
  if (against.length > 0) return `Gate failed (${limit}): ${against.join(", ")}.`;
  const controls =
    allowed.length === 0
      ? "every control has a verdict"
      : `every control has a verdict but for ${named(allowed)} (--allow-not-assessed)`;
  const rest = open === 0 ? "no verdict is open" : `none of the open verdicts (${String(open)}) fails it`;
  return `Gate passed (${limit}): ${rest}, and ${controls}.`;
}

function words(reason: GateReason): string {
  switch (reason.kind) {
    case "not-assessed":
      return `${plural(reason.controls.length, "control")} without verdict: ${named(reason.controls)}`;
    case "nothing-applies":
      return "every verdict is not-applicable, so nothing was shown";
    case "open": {
      const { on, rules, verdicts } = reason;
      if (on === "open") return `${plural(rules.length, "rule")} with open verdicts`;
      if (isSeverity(on))
        return `${plural(rules.length, "rule")} of ${on}${on === "critical" ? "" : " or above"} with open verdicts`;
      return `${plural(verdicts, "verdict")} ${on} by ${plural(rules.length, "rule")}`;
    }
  }
}

function faults({ inError: rules }: GateResult): string[] {
  if (rules.length === 0) return [];
  return [`Exit code 3, because rules are in error (${named(rules)}); --allow-rule-errors accepts that.`];
}

function unused({ unused: names, notAssessed }: GateResult): string[] {
  if (names.length === 0) return [];
  const meant = names.flatMap((name) => {
    const label = `:${name.toLowerCase()}`;
    return notAssessed.find((each) => each.toLowerCase().endsWith(label)) ?? nearest(name, notAssessed) ?? [];
  });
  const hint = meant.length === 0 ? [] : [`Did you mean ${meant.map((each) => `"${printable(each)}"`).join(", ")}?`];
  return [`--allow-not-assessed ${names.map(printable).join(",")} concerns no control without verdict.`, ...hint];
}

function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const listed = names.slice(0, MOST_NAMED).map(printable).join(", ");
  return more > 0 ? `${listed} and ${String(more)} more` : listed;
}
