/** NIST's own JSON schema of OSCAL 1.2.2 as a judge; it is in ../shared/oscal. */
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { models } from "../../src/oscal/validate/generated/validators.js";
import { projectPath, readJson, standard, type Json } from "../support/project.js";

interface NistSchema {
  readonly definitions: object;
  readonly oneOf: readonly { readonly required: readonly [string] }[];
}

/** The validators by root property. NIST's root is oneOf over the models: each branch alone says the same without trying the other seven. */
export function nistValidators(): Readonly<Record<string, ValidateFunction>> {
  const complete = readJson(`${standard}/json-schema/oscal_complete_schema-1.2.2.json`) as unknown as NistSchema;
  const judge = new Ajv({ strict: false, logger: false });
  addFormats.default(judge);
  return Object.fromEntries(
    complete.oneOf.map(({ required: [root], ...branch }) => {
      const $id = `https://example.org/${root}`;
      return [root, judge.compile({ $id, required: [root], ...branch, definitions: complete.definitions })];
    }),
  );
}

/** Verdicts of NIST's schema, of our schema file and of the precompiled validator. */
export interface Verdicts {
  readonly nist: boolean;
  readonly file: boolean;
  readonly precompiled: boolean;
}

/** Puts documents before all three. */
export function judges(nist = nistValidators()): (document: Json) => Verdicts {
  const own = new Ajv2020({ strict: true, strictRequired: false });
  addFormats.default(own);
  const ours = Object.fromEntries(
    Object.keys(models).map((root) => [
      root,
      own.compile(readJson(projectPath(`schemas/oscal/${root}.schema.json`)) as object),
    ]),
  );
  return (document) => {
    const root = rootOf(document);
    return {
      nist: nist[root]?.(document) === true,
      file: ours[root]?.(document) === true,
      precompiled: models[root]?.validate(document) === true,
    };
  };
}

export function rootOf(document: Json): string {
  return Object.keys(document as object).find((key) => Object.hasOwn(models, key)) ?? "";
}
