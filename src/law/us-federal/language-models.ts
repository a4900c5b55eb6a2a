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
  /** Index of the models in the descriptor that are known as language models, or may be some. */
  readonly models: readonly number[];
}

type Listed = NonNullable<System["models"]>[number] & { readonly index: number };

/** The models by whether they are language models: by their technique, perhaps by some other word, or nobody said by which they work. */
interface Sorted {
  readonly listed: readonly Listed[];
  readonly language: readonly Listed[];
  readonly doubtful: readonly Listed[];
  readonly untold: readonly Listed[];
}

interface Found {
  readonly supplied: Purchase["supplied"];
  readonly outcome: "none" | "supplied" | "not-supplied" | "not-enough-facts";
  readonly answer: string;
  readonly missing: readonly string[];
}

/** Whether OMB M-26-04 concerns the system: a language model that an agency buys, as far as what is recorded of its models tells. */
export function purchase(system: System, facts: Facts, law: LanguageModels, asOf: string): Purchase {
  const sorted = sortedModels(system, law);
  const { listed, language, doubtful } = sorted;
  const { suppliers } = system;
  const found = language.length > 0 ? ofLanguage(system, sorted, facts) : ofOthers(system, sorted, facts);
  const doubted = doubtful.flatMap(({ index }) => [`/models/${String(index)}/name`, `/models/${String(index)}/base`]);
  const step = stepOf({
    ...{ id: "language-model", title: "Purchased language model", articles: [law.memorandum] },
    ...{ outcome: found.outcome, answer: found.answer, missing: found.missing },
    facts: facts.at(
      ...listed.flatMap(({ index }) => [`/models/${String(index)}/technique`, `/models/${String(index)}/origin`]),
      ...doubted,
      ...(doubtful.length > 0 && isGeneralPurpose(system) ? [classAt] : []),
      "/acquisition",
      ...(suppliers ?? []).map((_, index) => `/suppliers/${String(index)}/name`),
    ),
    notes: [
      ...(asOf < law.issuedOn ? [`${law.memorandum} was issued only on ${law.issuedOn}.`] : []),
      ...(asOf >= law.issuedOn && asOf < law.policiesBy
        ? [`Agencies have until ${law.policiesBy} to take it into their policies.`]
        : []),
    ],
  });
  const models = [...language, ...doubtful].map(({ index }) => index).sort((a, b) => a - b);
  return { step, supplied: found.supplied, models };
}

const classAt = "/regulatory/euAiAct/riskClass";

/** Whether the class under another law says that the system is a model for any purpose, as language models are. */
function isGeneralPurpose({ regulatory }: System): boolean {
  return regulatory?.euAiAct?.riskClass === "general-purpose";
}

function sortedModels(system: System, law: LanguageModels): Sorted {
  const [words, not, perhaps] = [law.words, law.not, law.perhaps].map((each) => new RegExp(each, "i")) as [
    RegExp,
    RegExp,
    RegExp,
  ];
  const listed = (system.models ?? []).map((model, index) => ({ ...model, index }));
  const language = listed.filter(({ technique = "" }) => words.test(technique) && !not.test(technique));
  const doubtful = listed.filter((model) => {
    const { technique, name = "", base = "" } = model;
    if (technique === undefined || not.test(technique) || language.includes(model)) return false;
    const said = [technique, name, base];
    return isGeneralPurpose(system) || said.some((each) => perhaps.test(each) || words.test(each));
  });
  return { listed, language, doubtful, untold: listed.filter(({ technique }) => technique === undefined) };
}

/** What follows where the technique of a model names a language model. */
function ofLanguage({ acquisition }: System, { language, doubtful, untold }: Sorted, facts: Facts): Found {
  const name = `The technique of ${nameOf(language[0])} names a language model`;
  if (acquisition === "purchased" || language.some(isSupplied)) {
    return { supplied: "yes", outcome: "supplied", answer: `${name}, and somebody else supplies it.`, missing: [] };
  }
  if (!language.every(isOwn) || !isKnown(acquisition)) {
    const missing = facts.blank("/acquisition", ...language.map(({ index }) => `/models/${String(index)}/origin`));
    return open(`${name}, but nobody recorded where it comes from.`, missing);
  }
  const suspects = [...doubtful, ...untold].filter(isSupplied);
  return suspects.length === 0
    ? { supplied: "no", outcome: "not-supplied", answer: `${name}, but nobody supplies it.`, missing: [] }
    : open(
        `${name}, but nobody supplies it; nobody says whether ${nameOf(suspects[0])}, which is supplied, is one as well.`,
        suspects.map(techniqueOf),
      );
}

/** What follows where no technique names one: some may be language models all the same. */
function ofOthers({ acquisition, models }: System, { listed, doubtful, untold }: Sorted, facts: Facts): Found {
  const isNone = (answer: string): Found => ({ supplied: "no", outcome: "none", answer, missing: [] });
  if (models?.length === 0) return isNone("The record lists no model.");
  if (listed.length === 0) return open(unrecorded, facts.blank("/models"));
  const unsaid = untold.map(({ index }) => `models[${String(index)}].technique`);
  if (doubtful.length === 0)
    return untold.length === 0 ? isNone("No technique of a model names a language model.") : open(unrecorded, unsaid);
  if ([...doubtful, ...untold].every(isOwn) && acquisition !== "purchased" && isKnown(acquisition)) {
    const answer = `Nobody says whether ${nameOf(doubtful[0])} is a large language model, but nobody supplies it.`;
    return { supplied: "no", outcome: "not-supplied", answer, missing: [] };
  }
  const names = doubtful.map(nameOf).join(" or ");
  return open(`Nobody says whether ${names} is a large language model.`, [
    ...doubtful.map(techniqueOf),
    ...unsaid,
    ...facts.blank("/acquisition", ...doubtful.map(({ index }) => `/models/${String(index)}/origin`)),
  ]);
}

const unrecorded = "Nobody recorded by which technique the models of the system work.";

function open(answer: string, missing: readonly string[]): Found {
  return { supplied: "open", outcome: "not-enough-facts", answer, missing };
}

function isSupplied({ origin }: Listed): boolean {
  return origin === "supplier";
}

function isOwn({ origin }: Listed): boolean {
  return origin === "in-house" || origin === "open-source";
}

function isKnown(acquisition: System["acquisition"]): boolean {
  return acquisition !== undefined && acquisition !== "unknown";
}

function nameOf(model: Listed | undefined): string {
  return model?.name === undefined ? "a model" : quote(model.name);
}

/** The field that would tell, though something stands in it. */
function techniqueOf({ index, technique }: Listed): string {
  return `models[${String(index)}].technique${technique === undefined ? "" : " (whether it is a language model)"}`;
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
