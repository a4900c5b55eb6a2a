import type { ValidateFunction } from "ajv";

/** The precompiled validator of a root model, and the name of the definition of the whole document. */
export interface RootValidator {
  readonly validate: ValidateFunction;
  readonly definition: string;
}
