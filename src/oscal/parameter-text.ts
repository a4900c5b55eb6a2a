import type { Parameter } from "./model/generated/types.js";

/** Parameters whose choices insert one another are followed so deep. */
const DEEPEST = 5;

/**
 * A text with its parameters put in: their values, or else in brackets what there is to choose or to say.
 * @param text Markdown of OSCAL, with `{{ insert: param, ID }}`
 * @param parameters by id; the insert of another one stays as it is
 */
export function withParameters(text: string, parameters: ReadonlyMap<string, Parameter>, depth = 0): string {
  return text.replace(/\{\{\s*(?:insert:\s*param,\s*)?([\w.-]+)\s*\}\}/g, (insert, id: string) => {
    const parameter = parameters.get(id);
    return parameter === undefined || depth >= DEEPEST
      ? insert
      : withParameters(valueText(parameter), parameters, depth + 1);
  });
}

function valueText({ id, label, values = [], select }: Parameter): string {
  if (values.length > 0) return values.join(", ");
  const choices = select?.choice ?? [];
  if (choices.length === 0) return `[${label ?? id}]`;
  return `[${select?.["how-many"] === "one-or-more" ? "one or more of" : "one of"}: ${choices.join("; ")}]`;
}
