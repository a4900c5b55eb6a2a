import type { Practice } from "../../generated/descriptor.js";
import type { AnswerList } from "./answers.js";
import type { DescriptorDraft, Path } from "./draft.js";
import type { FieldReader } from "./field-reader.js";
import type { Field } from "./record.js";

/** One line of a table that says which field goes where in a descriptor. */
export interface FieldRule<From extends Field = Field> {
  /** The field that is read first; messages about misplaced answers name it. */
  readonly from: From;
  /** Its answers, where they are a closed list. */
  readonly answers?: AnswerList<unknown>;
  /** Reads the field and puts its value; a blank puts nothing. */
  readonly take: (reader: FieldReader, draft: DescriptorDraft) => void;
}

/** Takes every field over, in the order of the table, which is best that of the descriptor's schema. */
export function takeFields(table: readonly FieldRule[], reader: FieldReader, draft: DescriptorDraft): void {
  for (const { take } of table) take(reader, draft);
}

/** Prose or a name, of the first of the fields that says something. */
export function text<From extends Field>(to: Path, from: From, ...others: readonly Field[]): FieldRule<From> {
  return {
    from,
    take: (reader, draft) => {
      for (const field of [from, ...others]) {
        const read = reader.text(field);
        if (read === undefined) continue;
        draft.put(to, read, reader.source(field, read));
        return;
      }
    },
  };
}

/** A list of texts. */
export function texts<From extends Field>(to: Path, from: From): FieldRule<From> {
  return {
    from,
    take: (reader, draft) => {
      const read = reader.texts(from);
      if (read.length > 0) draft.put(to, read, reader.source(from, read));
    },
  };
}

/** A date; one that could be read in two ways counts as concluded. */
export function date<From extends Field>(to: Path, from: From): FieldRule<From> {
  return {
    from,
    take: (reader, draft) => {
      const read = reader.date(from);
      if (read) draft.put(to, read.date, reader.source(from, read.date, read.ambiguous ? "inferred" : undefined));
    },
  };
}

/** One or several links as one text. */
export function links<From extends Field>(to: Path, from: From): FieldRule<From> {
  return {
    from,
    take: (reader, draft) => {
      const read = reader.links(from);
      if (read !== undefined) draft.put(to, read, reader.source(from, read));
    },
  };
}

/** An answer of a closed list that a descriptor holds as one value. */
export function answer<From extends Field>(to: Path, from: From, answers: AnswerList<string>): FieldRule<From> {
  return {
    from,
    answers,
    take: (reader, draft) => {
      const read = reader.answer(from, answers);
      if (read !== undefined) draft.put(to, read, reader.source(from, read));
    },
  };
}

/** An answer about something that has to be done. */
export function practice<From extends Field>(to: Path, from: From, answers: AnswerList<Practice>): FieldRule<From> {
  return {
    from,
    answers,
    take: (reader, draft) => {
      const read = reader.answer(from, answers);
      if (read) putPractice(draft, to, read, reader, from);
    },
  };
}

/**
 * The elements of a list, each by a table of its own with paths inside the element. Where the first rule of the table finds nothing,
 * the element is left out and reported: it is what the schema needs.
 */
export function each<From extends Field>(
  to: Path,
  from: From,
  [needed, ...others]: readonly [FieldRule, ...FieldRule[]],
): FieldRule<From> {
  return {
    from,
    take: (reader, draft) => {
      let index = 0;
      for (const part of reader.parts(from)) {
        const element = draft.part([...to, index]);
        needed.take(part, element);
        if (element.isEmpty) {
          const name = [needed.from].flat().join("/");
          part.report("missing-property", "warning", `The element has no ${name} and is left out.`, []);
        } else {
          takeFields(others, part, element);
          index += 1;
        }
      }
    },
  };
}

/** Puts what a field says of a practice; each value of it comes from that field. */
export function putPractice(
  draft: DescriptorDraft,
  to: Path,
  { state, by, note }: Practice,
  reader: FieldReader,
  from: Field,
): void {
  for (const [key, value] of Object.entries({ state, by, note })) {
    if (value !== undefined) draft.put([...to, key], value, reader.source(from, value));
  }
}
