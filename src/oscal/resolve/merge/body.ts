import type { Control, Group, Parameter } from "../../model/generated/types.js";

/** The content of a catalog that is being made. */
export interface Body {
  /** Loose parameters: those of the catalog and of groups that are not output. */
  readonly params: Parameter[];
  readonly controls: Control[];
  readonly groups: Group[];
}
