import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isObject } from "../foundation/json-value.js";
import { limits } from "../foundation/limits.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { formatPointer } from "../source/pointer.js";
import { placeWords, wrongType } from "../source/schema-words.js";
import { jsonType } from "./codec/datatype.js";
import { rootDefinition, type Definition } from "./codec/definition.js";

/** A number or boolean, and the way to it. */
interface Found {
  readonly way: readonly (string | number)[];
  readonly value: number | boolean;
}

/**
 * The numbers and booleans of a document that stand where OSCAL has a text, with the words of `validate`. What was written is gone with
 * the quotes: `1.10` is the number 1.1, and `0012` is 12. So the document cannot be converted or compared.
 */
export function unquotedTexts(document: SourceDocument): Diagnostic[] {
  return found(document.value).map(({ way, value }) => {
    const pointer = formatPointer(way);
    return {
      code: "oscal-wrong-type",
      severity: "error",
      origin: { kind: "schema", keyword: "type" },
      value,
      ...wrongType(placeWords(pointer), value, "string"),
      ...placeOf(document, pointer, "value"),
    };
  });
}

/** At most as many as are reported for one file, in the order of the document; most documents have none, and are only looked at. */
function found(document: unknown): Found[] {
  const list: Found[] = [];
  const way: (string | number)[] = [];
  const look = (value: unknown, definition: Definition | undefined, datatype: string): void => {
    if (list.length === limits.diagnosticsPerFile) return;
    if (typeof value === "number" || typeof value === "boolean") {
      if (datatype !== "" && jsonType(datatype) === "string") list.push({ way: [...way], value });
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        way.push(index);
        look(value[index], definition, datatype);
        way.pop();
      }
    } else if (isObject(value) && definition !== undefined) {
      for (const name of Object.keys(value)) {
        const use = definition.byProperty.get(name);
        const text = definition.text?.property === name ? definition.text : undefined;
        way.push(name);
        look(value[name], use?.definition(), (text ?? definition.flagsByName.get(name) ?? use)?.datatype ?? "");
        way.pop();
      }
    }
  };
  if (!isObject(document)) return list;
  for (const name of Object.keys(document)) {
    way.push(name);
    look(document[name], rootDefinition(name), "");
    way.pop();
  }
  return list;
}
