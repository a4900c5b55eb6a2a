import { formatPointer } from "../../../source/pointer.js";
import type { PartialDate } from "../../../source/partial-date.js";
import type { Source } from "../../generated/descriptor.js";
import type { AnswerForm, AnswerList } from "./answers.js";
import { readDate, type DateOrder } from "./dates.js";
import { readLinks } from "./links.js";
import type { Oddity, OddityCode, OdditySeverity } from "./oddity.js";
import type { Field, SourceRecord } from "./record.js";
import { cut, words, type Repairs } from "./text.js";

/** Characters (code points) of a text in a descriptor, and of a value in an oddity. */
const LONGEST_TEXT = 20_000;
const LONGEST_QUOTE = 500;
/** Above, a text is not compared with the words that say nothing. */
const LONGEST_FILLER = 40;

/** Words that fill a field for prose or a name without saying anything. */
const usualFillers = new Set([
  ...["", "?", "yes", "no", "n/a", "na", "none", "null", "unknown", "not available", "not applicable", "not provided"],
  ...["tbd", "tba", "tbs", "to be determined"],
]);

/** How a format writes its values. */
export interface Conventions {
  readonly dates: DateOrder;
  /** Repairs to make before texts are compared. */
  readonly repairs?: Repairs;
  /** Words that say nothing in this format, beside "n/a", "TBD" and the like; as `words` gives them. */
  readonly fillers?: ReadonlySet<string>;
  /** Reads a list that stands in one text, beginning with "["; gives nothing where it is not a list. */
  readonly parseList?: (text: string) => readonly string[] | undefined;
  /** Finds the field that an answer in a wrong one was meant for. */
  readonly form?: AnswerForm;
}

/** The way from a value to one inside it. */
type Steps = readonly (string | number)[];

/** Something odd, before it is known what the record's descriptor is called. */
type Note = Omit<Oddity, "id" | "system">;

/**
 * One record while it is read: gives the meaning of its fields and keeps a list of oddities.
 * A value that cannot be read is left out of the descriptor and reported; a blank (nothing, null, an empty text) is left out silently.
 */
export class FieldReader {
  readonly #record: SourceRecord;
  readonly #conventions: Conventions;
  /** From the record to the value read here. */
  readonly #steps: Steps;
  readonly #notes: Note[];

  /**
   * @param steps to the value inside the record that is read, where it is not the whole
   * @param notes that receive the oddities
   */
  constructor(record: SourceRecord, conventions: Conventions, steps: Steps = [], notes: Note[] = []) {
    this.#record = record;
    this.#conventions = conventions;
    this.#steps = steps;
    this.#notes = notes;
  }

  /** The oddities so far, also in the readers of parts. @param id as the file writes it @param system id of the descriptor */
  oddities(id: string, system: string): Oddity[] {
    const written = cut(id, LONGEST_QUOTE);
    return this.#notes.map(({ code, severity, message, record, line, column, pointer, value }) => {
      // Assigned one by one: tens of thousands of oddities are made in a large import.
      const oddity: { -readonly [Key in keyof Oddity]: Oddity[Key] } = {
        code,
        severity,
        message,
        record,
        line,
        id: written,
        system,
      };
      if (column !== undefined) oddity.column = column;
      if (pointer !== undefined) oddity.pointer = pointer;
      if (value !== undefined) oddity.value = value;
      return oddity;
    });
  }

  report(code: OddityCode, severity: OdditySeverity, message: string, field?: Field, value?: string): void {
    const { record, line } = this.#record.place;
    this.#notes.push({
      ...{ code, severity, message, record, line },
      ...(field === undefined ? {} : this.#where(field)),
      ...(value === undefined ? {} : { value: cut(value, LONGEST_QUOTE) }),
    });
  }

  /** The value as it is, or undefined where there is none; only own properties and elements are followed. */
  value(field: Field): unknown {
    const { fields } = this.#record;
    // The cell of a row: nearly every call of a large import.
    if (typeof field === "string" && this.#steps.length === 0)
      return Object.hasOwn(fields, field) ? fields[field] : undefined;
    let value: unknown = fields;
    for (const step of this.#way(field)) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
      if (Array.isArray(value) && typeof step !== "number") return undefined;
      value = (value as Readonly<Record<string | number, unknown>>)[step];
    }
    return value;
  }

  /** The text without blanks around; empty when the field is blank, and when it holds no text, number, true or false. */
  found(field: Field): string {
    return scalarText(this.value(field)) ?? "";
  }

  /** Where the value in a descriptor came from; the text of the field goes along where it is written differently. */
  source(field: Field, value: unknown, confidence?: Source["confidence"]): Source {
    const found = this.found(field);
    const source: Source = this.#where(field);
    if (found !== value && found !== "") source.value = cut(found, LONGEST_TEXT);
    if (confidence !== undefined) source.confidence = confidence;
    return source;
  }

  /** A reader of the object that the field holds; every field of it is blank where there is none. */
  part(field: Field): FieldReader {
    return new FieldReader(this.#record, this.#conventions, this.#way(field), this.#notes);
  }

  /** Readers of the elements of a list, without blank ones; one element may stand without its list. */
  parts(field: Field): FieldReader[] {
    const value = this.value(field);
    if (isBlank(value)) return [];
    if (!Array.isArray(value)) return [this.part(field)];
    return value.flatMap((element, index) => (isBlank(element) ? [] : [this.part([...stepsOf(field), index])]));
  }

  /** Prose or a name. Words that only fill the field ("not available") count as blank and are reported. */
  text(field: Field): string | undefined {
    const text = this.#text(field);
    if (text === "") return undefined;
    if (this.#isFiller(text)) {
      const message = `"${cut(text, 40)}" says nothing in ${this.#name(field)}; the field is left blank.`;
      this.report("placeholder-text", "info", message, field, text);
      return undefined;
    }
    return this.#bounded(field, text);
  }

  /** The texts of a list; one text may stand without its list. Fillers are left out and reported. */
  texts(field: Field): string[] {
    return this.parts(field).flatMap((part) => part.text([]) ?? []);
  }

  /** The answer of a field with a closed list of answers. */
  answer<Value>(field: Field, list: AnswerList<Value>): Value | undefined {
    const text = this.#text(field);
    return text === "" ? undefined : this.#accept(field, text, list);
  }

  /**
   * The answers of a field that holds a list, each once; an empty list is a blank. One element that cannot be read makes the whole
   * field blank: the rest would pass for a complete answer.
   */
  answers<Value>(field: Field, list: AnswerList<Value>): Value[] | undefined {
    const elements = this.#elements(field);
    if (elements.length === 0) return undefined;
    const answers = elements.map((element) => this.#accept(field, element, list));
    const accepted = answers.filter((answer) => answer !== undefined);
    return accepted.length === answers.length ? [...new Set(accepted)] : undefined;
  }

  date(field: Field): { date: PartialDate; ambiguous: boolean } | undefined {
    const text = this.#text(field);
    if (text === "") return undefined;
    const order = this.#conventions.dates;
    const reading = readDate(text, order);
    const quoted = `"${cut(text, 40)}"`;
    if (reading.kind === "date") {
      const { date, ambiguous } = reading;
      if (ambiguous) {
        const message = `${quoted} names a month with two more digits; it is read as the month ${date}, since a day would leave no year.`;
        this.report("ambiguous-date", "info", message, field, text);
      }
      return { date, ambiguous };
    }
    if (reading.kind === "impossible") {
      const inOrder = order === "iso" ? "of the calendar" : `in the order ${order}`;
      const message = `${quoted} is not a date ${inOrder}, or its year is out of range; the field is left blank.`;
      this.report("impossible-date", "warning", message, field, text);
      return undefined;
    }
    const owners = this.#owners(field, text);
    if (owners.length > 0) this.#misplaced(field, text, owners);
    else
      this.report(
        "unreadable-date",
        "warning",
        `${quoted} cannot be read as a date; the field is left blank.`,
        field,
        text,
      );
    return undefined;
  }

  /** One or several links, separated by blanks. Words in the place of a link are reported. */
  links(field: Field): string | undefined {
    const text = this.#text(field);
    if (text === "") return undefined;
    const links = readLinks(text);
    if (links.length > 0) return this.#bounded(field, links.join(" "));
    const message = `${this.#name(field)} holds words where a link is asked for; the field is left blank.`;
    this.report("not-a-link", "info", message, field, text);
    return undefined;
  }

  /** As `found`, and says so where the field holds something that is not a text. */
  #text(field: Field): string {
    const value = this.value(field);
    const text = scalarText(value);
    if (text !== undefined) return text;
    const message = `${this.#name(field)} holds ${Array.isArray(value) ? "a list" : "an object"} where a text is asked for; the field is left blank.`;
    this.report("wrong-type", "warning", message, field);
    return "";
  }

  /** The texts of a list that are not blank; none where the list cannot be read, which is reported. */
  #elements(field: Field): string[] {
    if (Array.isArray(this.value(field))) {
      const parts = this.parts(field);
      const texts = parts.map((part) => part.#text([]));
      return texts.includes("") ? [] : texts;
    }
    const text = this.#text(field);
    const { parseList } = this.#conventions;
    const elements = parseList && text.startsWith("[") ? parseList(text) : [text];
    if (!elements) {
      const message = `The list in ${this.#name(field)} cannot be read; the field is left blank.`;
      this.report("unreadable-list", "warning", message, field, text);
      return [];
    }
    return elements.map((element) => element.trim()).filter((element) => element !== "");
  }

  #isFiller(text: string): boolean {
    if (text.length > LONGEST_FILLER) return false;
    const said = words(text, this.#conventions.repairs);
    return usualFillers.has(said) || this.#conventions.fillers?.has(said) === true;
  }

  #bounded(field: Field, text: string): string {
    const short = cut(text, LONGEST_TEXT);
    if (short !== text) {
      const message = `The text in ${this.#name(field)} is longer than ${String(LONGEST_TEXT)} characters; its end is cut off.`;
      this.report("text-cut", "warning", message, field);
    }
    return short;
  }

  #accept<Value>(field: Field, text: string, list: AnswerList<Value>): Value | undefined {
    const answer = list.read(words(text, this.#conventions.repairs));
    if (answer !== undefined) return answer;
    const owners = this.#owners(field, text);
    if (owners.length > 0) this.#misplaced(field, text, owners);
    else {
      const message = `The text in ${this.#name(field)} is none of its answers; the field is left blank.`;
      this.report("unreadable-answer", "warning", message, field, text);
    }
    return undefined;
  }

  #owners(field: Field, text: string): readonly string[] {
    const own = stepsOf(field).join("/");
    return this.#conventions.form?.owners(words(text, this.#conventions.repairs), own) ?? [];
  }

  #misplaced(field: Field, text: string, owners: readonly string[]): void {
    const message = `The value in ${this.#name(field)} is an answer of ${owners.join(", ")}; it is not accepted here, and the field is left blank.`;
    this.report("value-in-wrong-column", "warning", message, field, text);
  }

  /** The field as messages name it. */
  #name(field: Field): string {
    const { column, pointer } = this.#where(field);
    return column ?? pointer;
  }

  #where(field: Field): { column: string; pointer?: never } | { column?: never; pointer: string } {
    const { pointer } = this.#record.place;
    const way = this.#way(field);
    if (pointer !== undefined) return { pointer: `${pointer}${formatPointer(way)}` };
    return { column: way.length === 1 ? String(way[0]) : way.join("/") };
  }

  /** The steps to the field from the record. */
  #way(field: Field): Steps {
    const steps = stepsOf(field);
    return this.#steps.length === 0 ? steps : [...this.#steps, ...steps];
  }
}

function stepsOf(field: Field): Steps {
  return typeof field === "string" ? [field] : field;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** Undefined for a list and an object. */
function scalarText(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
