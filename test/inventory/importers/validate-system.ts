import { Ajv2020 } from "ajv/dist/2020.js";
import { isPartialDate } from "../../../src/source/partial-date.js";
import { projectText } from "../../support/project.js";

/** Validates against the schema file itself, not against the validator generated from it. @returns the errors as text, or "" */
export function schemaErrors(definition: "system" | "organization"): (value: unknown) => string {
  const schema = JSON.parse(projectText("schemas/descriptor.schema.json")) as { $id: string };
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  ajv.addFormat("partial-date", isPartialDate);
  ajv.addKeyword("enumDescriptions");
  ajv.addSchema(schema);
  const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${definition}` });
  return (value) => (validate(value) ? "" : ajv.errorsText(validate.errors));
}
