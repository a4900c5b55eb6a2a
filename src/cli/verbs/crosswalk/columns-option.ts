import { InvalidArgumentError, Option } from "commander";
import { nearest } from "../../../foundation/nearest.js";
import { didYouMean } from "../../../foundation/words.js";
import { columnKinds, type ColumnKind, type NamedColumns } from "../../../runs/table-columns.js";

/** The option `--columns <holds=name>`: columns of a table that are not called as usual. */
export function columnsOption(): Option {
  return new Option(
    "--columns <holds=name>",
    `columns by what they hold, with commas between them or repeated: ${columnKinds.join(", ")}`,
  ).argParser<NamedColumns | undefined>((value, previous = {}) => ({ ...previous, ...parseColumns(value) }));
}

function parseColumns(value: string): NamedColumns {
  const columns: Partial<Record<ColumnKind, string>> = {};
  // A comma inside of a name is one before which no other column is named.
  for (const each of value.split(/,(?=\s*[a-z-]+=)/)) {
    const equals = each.indexOf("=");
    const [holds, name] = [each.slice(0, equals).trim(), each.slice(equals + 1).trim()];
    if (equals <= 0 || name === "") {
      throw new InvalidArgumentError('Write HOLDS=NAME, such as "source=Our control,target=Their control".');
    }
    const kind = columnKinds.find((known) => known === holds);
    if (kind === undefined) {
      const hint = didYouMean(nearest(holds, columnKinds), `Known: ${columnKinds.join(", ")}.`);
      throw new InvalidArgumentError(`No column holds "${holds}". ${hint}`);
    }
    columns[kind] = name;
  }
  return columns;
}
