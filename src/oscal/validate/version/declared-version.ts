import { problem } from "../../../diagnostics/codes/oscal-exchange.js";
import { defined } from "../../../foundation/defined.js";
import { formatPointer, parsePointer, valueAt } from "../../../source/pointer.js";
import { compareVersions, parseVersion, rootOf, type OscalVersion } from "../../model.js";
import { olderVersions } from "../generated/older-versions.js";
import { shapes } from "../generated/shapes.js";
import type { OscalProblem } from "../problem.js";
import { definitionAt } from "../schema/shapes.js";
import type { JsonObject } from "../../../foundation/json-value.js";
import type { WalkPosition } from "../../model/walk-objects.js";
import type { Watch } from "../../watch.js";
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
 * still, and which of the problems found are none by its rules. To be made before the document is walked.
 */
export class DeclaredVersion {
  /** Finds what differs, where that is to be looked for in the document. */
  readonly watch: Watch | undefined;
  readonly #older: OlderDocument | undefined;
  readonly #differences: OscalProblem[] = [];

  constructor(document: unknown) {
    const older = olderDocument(document);
    this.#older = older;
    if (older === undefined) return;
    const { model, declared, versions } = older;
    const newModel = versions.find(({ models }) => models.includes(model));
    if (newModel === undefined) this.watch = new Differences(older, this.#differences);
    else this.#differences.push(newerPart(model, "model", formatPointer([model]), declared, newModel));
  }

  /**
   * To be called when the document has been walked.
   * @param problems found by the rules of the supported version
   * @returns all problems; those that are none under the declared version as warnings
   */
  judged(problems: readonly OscalProblem[]): OscalProblem[] {
    const older = this.#older;
    if (older === undefined) return [...problems];
    return [...problems.map((each) => byOlderRule(each, older)), ...this.#differences];
  }
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

/** Looks for what a document has that its version does not, and lacks that its version requires. */
class Differences implements Watch {
  readonly keys = new Set<string>();
  /** By property that some definition lacks: the JSON keys under which such a definition stands. */
  readonly #lackedUnder = new Map<string, Set<string>>();
  readonly #older: OlderDocument;
  readonly #found: OscalProblem[];

  constructor(older: OlderDocument, found: OscalProblem[]) {
    this.#older = older;
    this.#found = found;
    for (const { lacks, requires } of older.versions) {
      for (const [definition, properties] of Object.entries(lacks))
        for (const property of properties) {
          const under = this.#lackedUnder.get(property) ?? new Set();
          this.#lackedUnder.set(property, under);
          for (const key of keysOf(definition)) under.add(key);
        }
      for (const definition of Object.keys(requires)) for (const key of keysOf(definition)) this.keys.add(key);
    }
  }

  get properties(): Iterable<string> {
    return this.#lackedUnder.keys();
  }

  property(_owner: JsonObject, property: string, place: WalkPosition<unknown>): void {
    // Some of the properties stand nearly everywhere, and few definitions lack them.
    if (this.#lackedUnder.get(property)?.has(place.key) !== true) return;
    const { declared, versions } = this.#older;
    const definition = this.#definitionOf(place);
    for (const version of versions) {
      if (listed(version.lacks, definition).includes(property))
        this.#found.push(newerPart(property, "property", place.pointer(property), declared, version));
    }
  }

  object(owner: JsonObject, _key: string, place: WalkPosition<unknown>): void {
    const { declared, versions } = this.#older;
    const definition = this.#definitionOf(place);
    for (const version of versions) {
      for (const property of listed(version.requires, definition)) {
        if (Object.hasOwn(owner, property)) continue;
        const told = { property, declared, since: sinceWords(version), later: version.next };
        const found = problem("oscal-required-before", undefined, told);
        this.#found.push({ ...found, origin: { kind: "aims", rule: found.code }, pointer: place.pointer() });
      }
    }
  }

  #definitionOf(place: WalkPosition<unknown>): string {
    const { document, definition } = this.#older;
    return definitionAt(place.pointer(), document, definition, shapes);
  }
}

let keys: Map<string, Set<string>> | undefined;

/** The JSON keys under which something of a definition may stand. */
function keysOf(definition: string): ReadonlySet<string> {
  if (keys === undefined) {
    keys = new Map();
    for (const shape of Object.values(shapes))
      for (const [property, below] of Object.entries(shape))
        keys.set(below, (keys.get(below) ?? new Set()).add(property));
  }
  return keys.get(definition) ?? new Set();
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
