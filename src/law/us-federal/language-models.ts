import type { System } from "../../inventory/descriptor.js";
import { quote } from "../../foundation/words.js";
import type { Duty, DutyState, Step } from "../derivation.js";
import { stepOf, type Facts } from "../facts.js";
import type { LanguageModels, PurchaseItem } from "./memoranda.js";
import { progressOf } from "./practice.js";

/** Whether the system is, or holds, a language model of a supplier. */
export interface Purchase {
  readonly step: Step;
  readonly supplied: "yes" | "no" | "open";
  /** Index of the models in the descriptor that are known as language models. */
  readonly models: readonly number[];
}

/** Whether OMB M-26-04 concerns the system: a language model that an agency buys, as far as the technique of its models tells. */
export function purchase(system: System, facts: Facts, law: LanguageModels, asOf: string): Purchase {
  const { models, acquisition, suppliers } = system;
  const words = new RegExp(law.words, "i");
  const listed = (models ?? []).map((model, index) => ({ ...model, index }));
  const language = listed.filter(({ technique }) => technique !== undefined && words.test(technique));
  const untold = listed.filter(({ technique }) => technique === undefined);
  const [first] = language;
  const bought = acquisition === "purchased" || language.some(({ origin }) => origin === "supplier");
  const own =
    !bought &&
    language.every(({ origin }) => origin === "in-house" || origin === "open-source") &&
    acquisition !== undefined &&
    acquisition !== "unknown";
  const told = listed.flatMap(({ index }) => [`/models/${String(index)}/technique`, `/models/${String(index)}/origin`]);
  const base = { id: "language-model", title: "Purchased language model", articles: [law.memorandum] };
  const found = ((): {
    readonly supplied: Purchase["supplied"];
    readonly outcome: string;
    readonly answer: string;
    readonly missing: readonly string[];
  } => {
    if (first === undefined && untold.length === 0 && listed.length > 0) {
      return {
        supplied: "no",
        outcome: "none",
        answer: "No technique of a model names a language model.",
        missing: [],
      };
    }
    if (first === undefined) {
      const missing =
        listed.length === 0
          ? facts.blank("/models")
          : untold.map(({ index }) => `/models/${String(index)}/technique`).flatMap((each) => facts.blank(each));
      const answer =
        models?.length === 0
          ? "The record lists no model."
          : "Nobody recorded by which technique the models of the system work.";
      return {
        supplied: models?.length === 0 ? "no" : "open",
        outcome: models?.length === 0 ? "none" : "not-enough-facts",
        answer,
        missing,
      };
    }
    const name = `The technique of ${first.name === undefined ? "a model" : quote(first.name)} names a language model`;
    if (bought)
      return { supplied: "yes", outcome: "supplied", answer: `${name}, and somebody else supplies it.`, missing: [] };
    if (own)
      return { supplied: "no", outcome: "not-supplied", answer: `${name}, but nobody supplies it.`, missing: [] };
    const missing = facts.blank("/acquisition", ...language.map(({ index }) => `/models/${String(index)}/origin`));
    return {
      supplied: "open",
      outcome: "not-enough-facts",
      answer: `${name}, but nobody recorded where it comes from.`,
      missing,
    };
  })();
  const step = stepOf({
    ...base,
    outcome: found.outcome,
    answer: found.answer,
    facts: facts.at(
      ...told,
      "/acquisition",
      ...(suppliers ?? []).map((_, index) => `/suppliers/${String(index)}/name`),
    ),
    missing: found.missing,
    notes: [
      ...(asOf < law.issuedOn ? [`${law.memorandum} was issued only on ${law.issuedOn}.`] : []),
      ...(asOf >= law.issuedOn && asOf < law.policiesBy
        ? [`Agencies have until ${law.policiesBy} to take it into their policies.`]
        : []),
    ],
  });
  return { step, supplied: found.supplied, models: language.map(({ index }) => index) };
}

/** What an agency asks of the vendor of a language model, each with what the descriptor shows of it. */
export function purchaseItems(
  system: System,
  facts: Facts,
  law: LanguageModels,
  asOf: string,
  { step, supplied, models }: Purchase,
): Duty[] {
  if (supplied === "no") return [];
  const state = stateOf();
  return law.items.map((item): Duty => {
    const { record, pointers, missing } = shown(system, item, models, asOf);
    return {
      ...{ id: item.id, article: law.memorandum, title: item.name, state },
      ...{
        binds: ["agency"],
        includes: [],
        from: [{ reading: "settled", days: [law.policiesBy] }],
        setBy: law.memorandum,
      },
      ...why(),
      record,
      facts: facts.at(...pointers),
      missing: supplied === "open" ? step.missing : facts.blank(...missing),
      ...{ assumes: [], notes: [] },
    };
  });

  function why(): Pick<Duty, "why"> {
    if (supplied === "open") return { why: "Whether a language model is supplied is open." };
    return asOf > law.endsOn ? { why: `${law.memorandum} ended on ${law.endsOn}, unless it was extended.` } : {};
  }

  function stateOf(): DutyState {
    if (supplied === "open") return "not-enough-facts";
    if (asOf < law.policiesBy) return "not-yet";
    // Whether it was extended, no data that ship with aims can tell.
    return asOf > law.endsOn ? "not-enough-facts" : "applies";
  }
}

interface Shown {
  readonly record: string;
  readonly pointers: readonly string[];
  readonly missing: readonly string[];
}

function shown(
  system: System,
  { words, model, evidence: kinds = [], audience, practice }: PurchaseItem,
  models: readonly number[],
  asOf: string,
): Shown {
  const { evidence = [], information } = system;
  if (practice !== undefined) {
    const record = progressOf(system, practice, asOf).words;
    return { record, pointers: [`${practice}/state`, `${practice}/completedOn`], missing: [`${practice}/state`] };
  }
  const cards = model === undefined ? [] : models.map((index) => `/models/${String(index)}/${model}`);
  const found = [
    ...cards.filter((_, position) => system.models?.[models[position] ?? -1]?.cardUri !== undefined),
    ...evidence.flatMap(({ kind, title = "" }, index) =>
      kinds.includes(kind ?? "") || (words !== undefined && new RegExp(words, "i").test(title))
        ? [`/evidence/${String(index)}/${kinds.includes(kind ?? "") ? "kind" : "title"}`]
        : [],
    ),
    ...(information?.audiences ?? []).flatMap(({ audience: whom, documents = [] }, index) =>
      documents.flatMap((each, number) =>
        whom === audience || (words !== undefined && new RegExp(words, "i").test(each))
          ? [`/information/audiences/${String(index)}/documents/${String(number)}`]
          : [],
      ),
    ),
  ];
  if (found.length > 0) return { record: "recorded", pointers: found, missing: [] };
  const missing = cards.length > 0 ? cards : audience === undefined ? ["/evidence"] : ["/information/audiences"];
  return { record: "nothing recorded shows one", pointers: [], missing };
}
