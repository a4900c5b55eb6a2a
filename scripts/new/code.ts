import { readdirSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../../src/foundation/nearest.js";
import { didYouMean } from "../../src/foundation/words.js";
import { longNameFor } from "./name.js";
import { Registry } from "./registry.js";
import { Refusal, textOf, type Scaffold } from "./scaffold.js";

const folder = "src/diagnostics/codes";

/** The entry of a new code in its area. @throws Refusal for an area that is not there, and for a code that any area has */
export function codeScaffold(root: string, area: string, kebab: string): Scaffold {
  const { words } = longNameFor("The code", kebab);
  const areas = readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".ts") && file !== "code-entry.ts")
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  if (!areas.includes(area)) {
    throw new Refusal(`There is no area "${area}". ${didYouMean(nearest(area, areas), `Areas: ${areas.join(", ")}.`)}`);
  }
  for (const each of areas) {
    const path = `${folder}/${each}.ts`;
    const registry = new Registry(path, textOf(root, path));
    if (registry.keys(entriesOf(registry, path)).includes(kebab))
      throw new Refusal(`"${kebab}" is there already, in ${path}.`);
  }
  const path = `${folder}/${area}.ts`;
  const registry = new Registry(path, textOf(root, path));
  const entries = entriesOf(registry, path);
  const told = registry.interfaces().filter((each) => each.endsWith("Told"));
  if (told.length > 1) throw new Refusal(`${path} has several interfaces of what its codes are told.`);
  const sentence = "The input has a problem of this kind.";
  const fix = "Correct it at this place.";
  const [only] = told;
  // An area whose words are made elsewhere has a union of its codes in the place of the interface.
  if (only !== undefined) registry.addMember(only, kebab, "undefined");
  else
    for (const union of registry.types().filter((each) => each.endsWith("Code"))) registry.addAlternative(union, kebab);
  const says = `says: () => ({ message: ${JSON.stringify(sentence)}, fix: ${JSON.stringify(fix)} }),`;
  registry.addProperty(
    entries,
    kebab,
    `{
      title: ${JSON.stringify(words)},
      meaning: ${JSON.stringify(sentence)},
      fix: ${JSON.stringify(fix)},
      ${only === undefined ? "" : says}
    }`,
  );
  return {
    made: {},
    changed: { [path]: registry.text },
    next: [
      only === undefined
        ? `Say in ${path} what the code means and how to correct it.`
        : `Say in ${path} what the code means, how to correct it, and what its words are made from (${only}).`,
      "Report it where the problem is noticed, and test the whole diagnostic there.",
      "Run npm run generate for docs/errors.md, then npx vitest run test/diagnostics.",
    ],
  };
}

/** Name of the constant that holds the entries of an area. */
function entriesOf(registry: Registry, path: string): string {
  const [entries, ...more] = registry.objects().filter((each) => each.endsWith("Codes"));
  if (entries === undefined || more.length > 0)
    throw new Refusal(`${path} has no object, or several, whose name ends in Codes.`);
  return entries;
}
