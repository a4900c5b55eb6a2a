/**
 * What the reference and the catalog of the EU AI Act say about dates, as two tables of the same shape: one row for each prop that tells a
 * date, the act behind it, or how sure it is.
 */
import { aimsNamespace, type Control, type Prop } from "./documents.js";

/** A prop with the members by which dates are told apart. */
export interface DatedProp extends Prop {
  readonly class?: string;
  readonly group?: string;
  readonly remarks?: string;
}

/** One date, act or status of a control: `class` is the case it holds for, `group` the reading it belongs to. */
export interface DateRow {
  readonly control: string;
  readonly name: string;
  readonly value: string;
  readonly class?: string;
  readonly group?: string;
}

/** Dates by the route to high risk, or one for all. */
interface Applies {
  readonly applies_from?: string;
  readonly applies_from_annex_iii?: string;
  readonly applies_from_annex_i?: string;
}

interface TimingPart {
  readonly id: string;
  readonly condition?: string;
  readonly applies_from: string;
  readonly original_applies_from: string | null;
  readonly amended_by: string | null;
}

export interface Timing extends Applies {
  readonly original_applies_from?: string | null;
  readonly original_applies_from_annex_iii?: string;
  readonly original_applies_from_annex_i?: string;
  readonly amended_text_applies_from?: string;
  readonly amended_by?: string;
  readonly amending_point?: string;
  readonly date_status?: string;
  readonly transition?: string;
  readonly readings?: readonly (Applies & { readonly reading: string })[];
  readonly parts?: readonly TimingPart[];
}

export interface TimedArticle {
  readonly id: string;
  readonly chapter: string;
  readonly inserted_by?: string;
  readonly timing: Timing;
}

const dateNames: readonly string[] = [
  "application-date",
  "application-date-original",
  "application-date-status",
  "amended-by",
  "inserted-by",
];

type Cell = Omit<DateRow, "control">;

function cell(name: string, value: string | null | undefined, holds: Pick<DateRow, "class" | "group"> = {}): Cell[] {
  return value === null || value === undefined ? [] : [{ name, value, ...holds }];
}

function applies(name: string, from: Applies, group?: string): Cell[] {
  const grouped = group === undefined ? {} : { group };
  return [
    ...cell(name, from.applies_from, grouped),
    ...cell(name, from.applies_from_annex_iii, { class: "annex-iii", ...grouped }),
    ...cell(name, from.applies_from_annex_i, { class: "annex-i", ...grouped }),
  ];
}

function originals(timing: Timing, inserted: boolean): Cell[] {
  const name = "application-date-original";
  if (inserted) return [];
  if (timing.original_applies_from_annex_iii !== undefined) {
    return [
      ...cell(name, timing.original_applies_from_annex_iii, { class: "annex-iii" }),
      ...cell(name, timing.original_applies_from_annex_i, { class: "annex-i" }),
    ];
  }
  // What the amending act left alone applies from the day from which it always did.
  return cell(name, timing.original_applies_from ?? timing.applies_from);
}

/** The act with the point of it, without what the reference adds to the point. */
function actOf(timing: Timing): string | undefined {
  const point = /^Art\. 1\(\d+\)/.exec(timing.amending_point ?? "")?.[0];
  return point === undefined ? timing.amended_by : `${timing.amended_by ?? ""}, ${point}`;
}

/** Art. 111(3), which the reference notes beside each article of Chapter V. */
function transitionOfModels(transition: string | undefined): Cell[] {
  const [, before, by] = /before (\d{4}-\d\d-\d\d): by (\d{4}-\d\d-\d\d)/.exec(transition ?? "") ?? [];
  const holds = { class: `placed-before-${before ?? ""}` };
  return [...cell("application-date", by, holds), ...cell("application-date-original", by, holds)];
}

function conditionClass(condition: string | undefined): Pick<DateRow, "class"> {
  const [, word, day] = /placed on the market (before|on or after) (\S+)/.exec(condition ?? "") ?? [];
  return day === undefined ? {} : { class: `placed-${word === "before" ? "before" : "from"}-${day}` };
}

function partRows(part: TimingPart, article: TimedArticle): DateRow[] {
  const holds = conditionClass(part.condition);
  const inserted = part.original_applies_from === null;
  const act = part.amended_by === null ? undefined : actOf(article.timing);
  return [
    ...cell("application-date", part.applies_from, holds),
    ...cell("application-date-original", part.original_applies_from, holds),
    ...cell(inserted ? "inserted-by" : "amended-by", act, inserted ? {} : holds),
    ...cell("application-date-status", "settled"),
  ].map((each) => ({ control: part.id, ...each }));
}

/** All that the reference says about the dates of an article and of its parts. */
export function referenceRows(article: TimedArticle): DateRow[] {
  const { timing } = article;
  const inserted = article.inserted_by !== undefined;
  const readings = timing.readings?.flatMap((each) =>
    applies("application-date", each, each.reading.split(":", 1).join()),
  );
  const cells = [
    ...(readings ?? applies("application-date", timing)),
    ...cell("application-date", timing.amended_text_applies_from, { class: "amended-text" }),
    ...(article.chapter === "V" ? transitionOfModels(timing.transition) : []),
    ...originals(timing, inserted),
    ...cell(inserted ? "inserted-by" : "amended-by", actOf(timing)),
    ...cell("application-date-status", timing.date_status ?? "settled"),
  ];
  return inOrder([
    ...cells.map((each) => ({ control: article.id, ...each })),
    ...(timing.parts ?? []).flatMap((part) => partRows(part, article)),
  ]);
}

export function ownProps(control: Control): DatedProp[] {
  return ((control.props ?? []) as readonly DatedProp[]).filter((prop) => prop.ns === aimsNamespace);
}

/** All that the catalog says about the dates of a control, without those below it. */
export function catalogRows(control: Control): DateRow[] {
  return ownProps(control)
    .filter(({ name }) => dateNames.includes(name))
    .map(({ name, value, ...rest }) => ({
      ...{ control: control.id, name, value },
      ...(rest.class === undefined ? {} : { class: rest.class }),
      ...(rest.group === undefined ? {} : { group: rest.group }),
    }));
}

/** Rows in one order, each once: a part with two conditions names its status twice. */
export function inOrder(rows: readonly DateRow[]): DateRow[] {
  const keyed = rows.map((row) => ({
    row,
    key: [row.control, row.name, row.class ?? "", row.group ?? "", row.value].join(" "),
  }));
  return [...new Map(keyed.map(({ row, key }) => [key, row])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) => row);
}
