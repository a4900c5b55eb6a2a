import { problem } from "../../../diagnostics/codes/oscal-exchange.js";
import { defined } from "../../../foundation/defined.js";
import { formatPointer, parsePointer, valueAt } from "../../../source/pointer.js";
import { compareVersions, parseVersion, rootOf, type OscalVersion } from "../../model.js";
import { olderVersions } from "../generated/older-versions.js";
import { shapes } from "../generated/shapes.js";
import type { OscalProblem } from "../problem.js";
import { definitionAt } from "../schema/shapes.js";
import type { OlderVersion, PropertiesOf } from "./older-version.js";

/** A document that declares an older version of OSCAL. */
interface OlderDocument {
  readonly document: unknown;
  readonly model: string;
  /** Name of the definition of the whole document. */
  readonly definition: string;
  readonly declared: string;
  /** The compared versions that are no older than the declared one, the newest first: it differs as they do. */
  readonly versions: readonly OlderVersion[];
}

/**
 * Asks a document what the version asks that it declares, as far as that is known: what it may not have yet, what it has to have
 * still, and which of the problems found are none by its rules.
 * @param problems found by the rules of the supported version
 * @returns all problems; those that are none under the declared version as warnings
 */
export function byDeclaredVersion(document: unknown, problems: readonly OscalProblem[]): OscalProblem[] {
  const older = olderDocument(document);
  if (older === undefined) return [...problems];
  return [...problems.map((each) => byOlderRule(each, older)), ...differences(older)];
}

function olderDocument(document: unknown): OlderDocument | undefined {
  const { model, root } = rootOf(document) ?? {};
  if (model === undefined || root === undefined) return undefined;
  const declared = valueAt(root, "/metadata/oscal-version");
  const version = typeof declared === "string" ? parseVersion(declared) : undefined;
  const definition = Object.keys(shapes).find(
    (name) => name.endsWith("Document") && Object.hasOwn(shapes[name] ?? {}, model),
  );
  if (version === undefined || definition === undefined) return undefined;
  const versions = olderVersions.filter((each) => isAtMost(version, each.version));
  return versions.length === 0 ? undefined : { document, model, definition, declared: version.text, versions };
}

function isAtMost(version: OscalVersion, other: string): boolean {
  const compared = parseVersion(other);
  return compared !== undefined && compareVersions(version, compared) <= 0;
}

/** A text that has a form of the declared version, and not yet the later one, makes no document of that version invalid. */
function byOlderRule(found: OscalProblem, { document, definition, declared, versions }: OlderDocument): OscalProblem {
  if (found.code !== "oscal-wrong-form") return found;
  // The value of an entry of a list is that of the list.
  const path = parsePointer(found.pointer).filter(
    (segment, index, all) => index < all.length - 1 || !/^\d+$/.test(segment),
  );
  const property = path.at(-1) ?? "";
  const owner = definitionAt(formatPointer(path.slice(0, -1)), document, definition, shapes);
  const version = versions.find(({ otherForms }) => otherForms[owner]?.includes(property));
  if (version === undefined) return found;
  const { message, fix = "" } = found;
  const told = { declared, since: sinceWords(version), later: version.next, message, fix };
  // Nobody means to leave a title empty: that stays an error, and says since when it is one.
  if (found.value === "") return { ...found, message: `${message} That is a rule since ${sinceWords(version)}.` };
  const { code, severity, ...words } = problem("oscal-newer-rule", undefined, told);
  return { ...found, code, severity, message: words.message, ...defined({ fix: words.fix }) };
}

/** A value of the document that is still to be looked at, and the way to it: most need no pointer. */
interface Visit {
  readonly value: unknown;
  readonly definition: string;
  readonly from: Visit | undefined;
  /** The property or index by which `from` has it; undefined for the document. */
  readonly segment: string | number | undefined;
}

function pointerOf({ from, segment }: Visit): string {
  return segment === undefined || from === undefined ? "" : `${pointerOf(from)}${formatPointer([segment])}`;
}

/** What a document has that its version does not, and lacks that its version requires. */
function* differences(older: OlderDocument): Generator<OscalProblem> {
  const { document, model, definition, declared, versions } = older;
  const newModel = versions.find(({ models }) => models.includes(model));
  if (newModel !== undefined) {
    yield newerPart(model, "model", formatPointer([model]), declared, newModel);
    return;
  }
  const open: Visit[] = [{ value: document, definition, from: undefined, segment: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value } = next;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1)
        open.push({ value: value[index], definition: next.definition, from: next, segment: index });
      continue;
    }
    const shape = shapes[next.definition];
    if (shape === undefined || typeof value !== "object" || value === null) continue;
    for (const version of versions) {
      for (const property of listed(version.lacks, next.definition)) {
        if (Object.hasOwn(value, property))
          yield newerPart(property, "property", `${pointerOf(next)}${formatPointer([property])}`, declared, version);
      }
      for (const property of listed(version.requires, next.definition)) {
        if (Object.hasOwn(value, property)) continue;
        const told = { property, declared, since: sinceWords(version), later: version.next };
        const found = problem("oscal-required-before", undefined, told);
        yield { ...found, origin: { kind: "aims", rule: found.code }, pointer: pointerOf(next) };
      }
    }
    for (const [property, content] of Object.entries(value)) {
      // A text or a number holds nothing that could differ.
      if (typeof content !== "object" || content === null) continue;
      const below = Object.hasOwn(shape, property) ? shape[property] : undefined;
      if (below !== undefined && Object.hasOwn(shapes, below))
        open.push({ value: content, definition: below, from: next, segment: property });
    }
  }
}

function listed(properties: PropertiesOf, definition: string): readonly string[] {
  return Object.hasOwn(properties, definition) ? (properties[definition] ?? []) : [];
}

function newerPart(
  name: string,
  what: "model" | "property",
  pointer: string,
  declared: string,
  version: OlderVersion,
): OscalProblem {
  const found = problem("oscal-newer-part", undefined, {
    name,
    what,
    declared,
    since: sinceWords(version),
    later: version.next,
  });
  return { ...found, origin: { kind: "aims", rule: found.code }, pointer };
}

/** When a difference came, as far as it is known. */
function sinceWords({ version, next, isNext }: OlderVersion): string {
  return isNext ? `OSCAL ${next}` : `a version after OSCAL ${version}, ${next} at the latest`;
}
