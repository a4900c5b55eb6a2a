import { InvalidArgumentError, Option } from "commander";
import { nearest } from "../../../foundation/nearest.js";
import { didYouMean } from "../../../foundation/words.js";

/**
 * The option `--columns <holds=name>`: columns of a table that are not called as usual.
 * @param kinds what a column can hold
 * @param example as it is written
 */
export function columnsOption(kinds: readonly string[], example: string): Option {
  return new Option(
    "--columns <holds=name>",
    `columns by what they hold, with commas between them or repeated: ${kinds.join(", ")}`,
  ).argParser<Readonly<Record<string, string>> | undefined>((value, previous = {}) => ({
    ...previous,
    ...parseColumns(value, kinds, example),
  }));
}

function parseColumns(value: string, kinds: readonly string[], example: string): Record<string, string> {
  const columns: Record<string, string> = {};
  // A comma inside of a name is one before which no other column is named.
  for (const each of value.split(/,(?=\s*[a-z-]+=)/)) {
    const equals = each.indexOf("=");
    const [holds, name] = [each.slice(0, equals).trim(), each.slice(equals + 1).trim()];
    if (equals <= 0 || name === "") throw new InvalidArgumentError(`Write HOLDS=NAME, such as "${example}".`);
    const kind = kinds.find((known) => known === holds);
    if (kind === undefined) {
      const hint = didYouMean(nearest(holds, kinds), `Known: ${kinds.join(", ")}.`);
      throw new InvalidArgumentError(`No column holds "${holds}". ${hint}`);
    }
    columns[kind] = name;
  }
  return columns;
}
