import { quote } from "../foundation/words.js";
import type { KnownError, StatementKind } from "../oscal/wrong-labels.js";

const judgements: Readonly<Record<StatementKind, string>> = {
  false: "Widely said, and wrong",
  outdated: "Widely said, and out of date",
  trap: "Widely misread",
};

/** What is so, and that something else is widely said. */
export function widespreadWords({ error, namesakes }: KnownError): string {
  const { seen } = error;
  const where = `(${seen.join(", ")})`;
  switch (error.kind) {
    case "label":
      return `${error.control} is ${quote(error.title)}. The title ${quote(error.label)} is widely seen for it, and wrong ${where}.`;
    case "absent": {
      const others = namesakes.map(({ reference, title }) => ` ${reference} is ${quote(title)}.`).join("");
      return `there is no ${error.control}. ${error.why} The id is widely seen, and wrong ${where}.${others}`;
    }
    case "statement":
      return `${error.right} ${judgements[error.of]}: ${quote(error.claim)} ${where}.`;
  }
}
