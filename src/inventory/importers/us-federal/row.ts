import type { CsvRecord } from "../../../source/csv.js";
import type { PartialDate } from "../../../source/partial-date.js";
import type { Oddity, OdditySeverity } from "../importer.js";
import { misplacedAnswer, normalizeAnswer, readAnswer } from "./answers.js";
import type { AnswerColumn, AnswerOf, Column } from "./columns.js";
import { readDate } from "./dates.js";
import { readLinks } from "./links.js";
import { parsePythonList } from "./lists.js";

/** Characters (code points) of a text in a descriptor, and of a value in an oddity. */
const LONGEST_TEXT = 20_000;
const LONGEST_QUOTE = 500;
/** Above, a text is not compared with the words that say nothing. */
const LONGEST_EMPTY_WORD = 40;

/** Words that fill a cell for prose or a name without saying anything. */
const emptyWords = new Set(
  [
    "",
    "?",
    "yes",
    "no",
    "n/a",
    "na",
    "none",
    "null",
    "unknown",
    "not available",
    "not applicable",
    "not provided",
  ].concat("tbd", "tba", "tbs", "to be determined"),
);

/**
 * One record while it is read: gives the cells out as what they mean and keeps a list of what was odd.
 * A value that cannot be read is left out of the descriptor and reported; a blank is left out silently.
 */
export class Row {
  readonly record: CsvRecord;
  readonly #system: string;
  readonly #oddities: Oddity[] = [];

  /** @param system id of the descriptor that is made from the record */
  constructor(record: CsvRecord, system: string) {
    this.record = record;
    this.#system = system;
  }

  get oddities(): readonly Oddity[] {
    return this.#oddities;
  }

  /** The cell without blanks around; empty when the cell is blank. */
  found(column: Column): string {
    return (this.record.fields[column] ?? "").trim();
  }

  report(code: string, severity: OdditySeverity, message: string, column?: Column, value?: string): void {
    this.#oddities.push({
      code,
      severity,
      message,
      record: this.record.record,
      line: this.record.line,
      id: cut(this.found("id"), LONGEST_QUOTE),
      system: this.#system,
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value: cut(value, LONGEST_QUOTE) }),
    });
  }

  /** The answer of a column with a list of answers. */
  answer<Name extends AnswerColumn>(column: Name): AnswerOf<Name> | undefined {
    const text = this.found(column);
    return text === "" ? undefined : this.#accept(column, text);
  }

  /**
   * The answers of a column that holds a list, written as Python prints it; an empty list is an empty cell.
   * One element that cannot be read makes the whole field blank: the rest would pass for a complete answer.
   */
  answers<Name extends AnswerColumn>(column: Name): AnswerOf<Name>[] | undefined {
    const text = this.found(column);
    const elements = text.startsWith("[") ? parsePythonList(text) : [text];
    if (!elements) {
      this.report(
        "unreadable-list",
        "warning",
        `The list in ${column} cannot be read; the field is left blank.`,
        column,
        text,
      );
      return undefined;
    }
    const texts = elements.map((element) => element.trim()).filter((element) => element !== "");
    if (texts.length === 0) return undefined;
    const answers = texts.map((element) => this.#accept(column, element));
    const accepted = answers.filter((answer) => answer !== undefined);
    return accepted.length === answers.length ? [...new Set(accepted)] : undefined;
  }

  date(column: Column): { date: PartialDate; ambiguous: boolean } | undefined {
    const text = this.found(column);
    if (text === "") return undefined;
    const reading = readDate(text);
    if (reading.kind === "date") {
      const { date, ambiguous } = reading;
      if (ambiguous) {
        this.report(
          "ambiguous-date",
          "info",
          `"${cut(text, 40)}" names a month with two more digits; it is read as the month ${date}, since a day would leave no year.`,
          column,
          text,
        );
      }
      return { date, ambiguous };
    }
    if (reading.kind === "impossible") {
      this.report(
        "impossible-date",
        "warning",
        `"${cut(text, 40)}" is no date in the order month/day/year, or its year is out of range; the field is left blank.`,
        column,
        text,
      );
    } else if (!this.#isMisplaced(column, text)) {
      this.report(
        "unreadable-date",
        "warning",
        `"${cut(text, 40)}" cannot be read as a date; the field is left blank.`,
        column,
        text,
      );
    }
    return undefined;
  }

  /** Prose or a name. Words that only fill the cell ("not available") count as blank and are reported. */
  text(column: Column): string | undefined {
    const text = this.found(column);
    if (text === "") return undefined;
    if (text.length <= LONGEST_EMPTY_WORD && emptyWords.has(normalizeAnswer(text))) {
      this.report(
        "placeholder-text",
        "info",
        `"${cut(text, 40)}" says nothing in ${column}; the field is left blank.`,
        column,
        text,
      );
      return undefined;
    }
    return this.#bounded(column, text);
  }

  /** One or several links, separated by blanks. Words in the place of a link are reported. */
  links(column: Column): string | undefined {
    const text = this.found(column);
    if (text === "") return undefined;
    const links = readLinks(text);
    if (links.length > 0) return this.#bounded(column, links.join(" "));
    this.report(
      "not-a-link",
      "info",
      `${column} holds words where a link is asked for; the field is left blank.`,
      column,
      text,
    );
    return undefined;
  }

  #bounded(column: Column, text: string): string {
    const short = cut(text, LONGEST_TEXT);
    if (short !== text) {
      this.report(
        "text-cut",
        "warning",
        `The text in ${column} is longer than ${String(LONGEST_TEXT)} characters; its end is cut off.`,
        column,
      );
    }
    return short;
  }

  #accept<Name extends AnswerColumn>(column: Name, text: string): AnswerOf<Name> | undefined {
    const reading = readAnswer(column, text);
    if (reading.kind === "answer") return reading.answer;
    if (reading.kind === "wrong-column") this.#misplaced(column, text, reading.columns);
    else {
      this.report(
        "unreadable-answer",
        "warning",
        `The text in ${column} is none of its answers; the field is left blank.`,
        column,
        text,
      );
    }
    return undefined;
  }

  #isMisplaced(column: Column, text: string): boolean {
    const columns = misplacedAnswer(text);
    if (columns.length > 0) this.#misplaced(column, text, columns);
    return columns.length > 0;
  }

  #misplaced(column: Column, text: string, owners: readonly AnswerColumn[]): void {
    this.report(
      "value-in-wrong-column",
      "warning",
      `The value in ${column} is an answer of ${owners.join(", ")}; it is not accepted here, and the field is left blank.`,
      column,
      text,
    );
  }
}

/** The text itself, or its beginning with an ellipsis when it has more characters (code points) than allowed. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}
