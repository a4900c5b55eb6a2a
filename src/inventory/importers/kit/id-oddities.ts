import type { FieldReader } from "./field-reader.js";
import type { AssignedId } from "./ids.js";
import type { Field } from "./record.js";

/** How a format speaks of ids. */
export interface IdWords {
  /** Fields that hold the id and the name. */
  readonly id: Field;
  readonly name: Field;
  /** The scope of unique ids, such as "the same team". */
  readonly unit: string;
  /** The scope of unique names, such as "the same team and site". */
  readonly scope: string;
  /** Where two records that say the same agree, such as "every cell". */
  readonly content: string;
}

/** Reports what is odd about the id that a record came with: none, a word in its place, or one that was there already. */
export function reportId(reader: FieldReader, { id, lacks, repeats, sameAs }: AssignedId, fields: IdWords): void {
  const called = `the descriptor is called ${id}.`;
  if (lacks === "blank") reader.report("missing-id", "info", `The record has no id; ${called}`, fields.id);
  if (lacks === "placeholder") {
    const message = `The record's id says that it has none yet; ${called}`;
    reader.report("placeholder-id", "warning", message, fields.id, reader.found(fields.id));
  }
  if (sameAs === "name") {
    const message = `An earlier record of ${fields.scope} has the same name and no id either; ${called}`;
    reader.report("repeated-name", "warning", message, fields.name, reader.found(fields.name));
  }
  if (sameAs === "record") {
    const message = `An earlier record is the same in ${fields.content}; it is counted as a system of its own, called ${id}.`;
    reader.report("repeated-record", "warning", message, fields.name, reader.found(fields.name));
  }
  if (repeats !== undefined) {
    const message = `The id is used a second time by ${fields.unit}, first on line ${String(repeats)}; ${called}`;
    reader.report("repeated-id", "warning", message, fields.id, reader.found(fields.id));
  }
}
