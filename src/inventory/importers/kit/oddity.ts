import type { InventoryCode } from "../../../diagnostics/codes/inventories.js";
import type { SchemaTold } from "../../../diagnostics/codes/schema.js";

/** The oddities of a record: something about its answers, or a field that is missing or of another type. */
export type OddityCode = InventoryCode | keyof Pick<SchemaTold, "missing-property" | "wrong-type">;

/** How much an oddity matters: a warning names a value that was not taken over, or a contradiction; info is good to know. */
export type OdditySeverity = "warning" | "info";

/** Something odd about one record of an inventory. The record was imported all the same. */
export interface Oddity {
  /** Stable code in kebab-case, such as `value-in-wrong-column`. */
  readonly code: OddityCode;
  readonly severity: OdditySeverity;
  /** The oddity and how it was handled, in a sentence. */
  readonly message: string;
  /** Number of the record, counted from 1 without the header. */
  readonly record: number;
  /** Line of the file on which the record begins. */
  readonly line: number;
  /** The id as the file writes it; empty where it has none. */
  readonly id: string;
  /** Id of the descriptor that was made from the record. */
  readonly system: string;
  /** The field, where the oddity is about one: its column in a table. */
  readonly column?: string;
  /** The field, where the oddity is about one: its JSON pointer in a document. */
  readonly pointer?: string;
  /** The value as found; long values are cut. */
  readonly value?: string;
}
