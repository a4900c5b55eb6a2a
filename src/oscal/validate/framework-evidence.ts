import { isObject, type JsonObject } from "../../foundation/json-value.js";

/** A standard of ISO that a text names, such as `ISO/IEC 42001:2023`, `iso-27001.json` or `https://example.org/ns/iso42001`. */
const isoNumber = /(?<![a-z])iso(?:[\s/_-]*iec)?[\s/:_-]*(\d{4,5})(?!\d)/gi;

/** What nothing but the standard itself is called by. */
const bareNumber = /(?<!\d)42001(?!\d)/;

/**
 * Tells from what a document says of itself of which framework a control is. Labels such as A.8.4 are those of several standards, so that
 * nothing is taken for granted: what names two of them, or none, is of no framework.
 */
export class FrameworkEvidence {
  readonly #root: JsonObject;
  /** What holders of many controls say, each looked at once. */
  readonly #said = new Map<JsonObject, string | undefined>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** By the objects alone, the nearest first. @param own their props count @param around their props, titles and hrefs count */
  of(own: readonly JsonObject[], around: readonly JsonObject[]): string | undefined {
    const found = decided([...own.map(fromProps), ...around.map((each) => this.#saidBy(each))]);
    return found === ambiguous ? undefined : found;
  }

  /** The same, and where they say nothing, by the metadata of the document. */
  ofDocument(own: readonly JsonObject[], around: readonly JsonObject[]): string | undefined {
    const { metadata } = this.#root;
    return this.of(own, [...around, isObject(metadata) ? metadata : {}]);
  }

  /** An addition to a control of a profile: by its props, or else by the metadata and what the profile imports, all of it together. */
  ofProfile(addition: JsonObject): string | undefined {
    return this.of([addition], [this.#root]);
  }

  #saidByProfile(): string | undefined {
    const { metadata, imports } = this.#root;
    const sources = [metadata, ...(Array.isArray(imports) ? (imports as readonly unknown[]) : [])].filter(isObject);
    return decided(sources.map(fromProps)) ?? standardIn(sources.flatMap((each) => this.#textsOf(each)).join("\n"));
  }

  #saidBy(object: JsonObject): string | undefined {
    if (this.#said.has(object)) return this.#said.get(object);
    const isProfile = object === this.#root;
    const said = isProfile
      ? this.#saidByProfile()
      : (fromProps(object) ?? standardIn(this.#textsOf(object).join("\n")));
    this.#said.set(object, said);
    return said;
  }

  /** The title of an object, and what it refers to: the resource of the document, or the href as it stands. */
  #textsOf({ title, href, source }: JsonObject): string[] {
    const named = [href, source].filter((each) => typeof each === "string");
    return [title, ...named.map((each) => (each.startsWith("#") ? this.#resource(each) : each))].filter(
      (each) => typeof each === "string",
    );
  }

  #resource(href: string): string | undefined {
    const { "back-matter": matter } = this.#root;
    const resources = isObject(matter) ? matter["resources"] : undefined;
    if (!Array.isArray(resources)) return undefined;
    const wanted = href.slice(1).toLowerCase();
    const found = (resources as readonly unknown[])
      .filter(isObject)
      .find(({ uuid }) => typeof uuid === "string" && uuid.toLowerCase() === wanted);
    if (found === undefined) return undefined;
    const links = Array.isArray(found["rlinks"]) ? (found["rlinks"] as readonly unknown[]).filter(isObject) : [];
    return [found["title"], ...links.map((link) => link["href"])].filter((each) => typeof each === "string").join("\n");
  }
}

/** In place of a framework, where two are named. */
const ambiguous = "";

/** The first that says something. */
function decided(all: readonly (string | undefined)[]): string | undefined {
  return all.find((each) => each !== undefined);
}

/** By the prop `framework`, of whatever namespace, or else by the namespaces of the props. */
function fromProps({ props }: JsonObject): string | undefined {
  const all = Array.isArray(props) ? (props as readonly unknown[]).filter(isObject) : [];
  const named = all.find(({ name, value }) => name === "framework" && typeof value === "string")?.["value"];
  if (typeof named === "string") return standardIn(named) ?? named;
  return standardIn(
    all
      .map(({ ns }) => ns)
      .filter((ns) => typeof ns === "string")
      .join("\n"),
  );
}

/** The standard that a text names, as in a reference; `ambiguous` where it names several. */
function standardIn(text: string): string | undefined {
  const numbers = new Set([...text.matchAll(isoNumber)].flatMap(([, number]) => number ?? []));
  if (bareNumber.test(text)) numbers.add("42001");
  const [number, ...more] = numbers;
  if (number === undefined) return undefined;
  return more.length > 0 ? ambiguous : `iso${number}`;
}
