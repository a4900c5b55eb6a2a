import type { ValidateFunction } from "ajv";

/** The precompiled validator of a root model, and the name of the definition of the whole document. */
export interface RootValidator {
  readonly validate: ValidateFunction;
  readonly definition: string;
}

/** By definition, by property: the definition of what stands there, or of each entry; "" for a boolean or a closed list of values. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;
