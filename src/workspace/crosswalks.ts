import { basename, dirname } from "node:path";
import { problem } from "../diagnostics/codes/crosswalks.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { frameworkOf, unknownFramework, type Framework } from "../crosswalk/framework.js";
import { crosswalksOf, type Item, type Resource } from "../crosswalk/mapping.js";
import type { Leg } from "../crosswalk/projection.js";
import { fileAt, leadsOutside, nameFrom } from "../files/paths.js";
import { standardInput, type InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { catalogOf, rootOf, type BackMatter, type Catalog, type MappingCollection } from "../oscal/model.js";
import { aimsNamespace, propertyValue } from "../oscal/properties.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { catalogFramework } from "./catalogs.js";
import { Imports, fileUri, type AddressMap } from "./imports.js";
import { ProfileDocuments } from "./profile/documents.js";
import { shippedCollection, shippedCollections } from "./shipped.js";

/** A mapping collection with the catalogs that its mappings speak of. */
export interface KnownCollection {
  /** That of the file without its ending where it ships with aims, else the path of the file from where the user is. */
  readonly name: string;
  readonly isShipped: boolean;
  readonly file: SourceFile;
  readonly document: SourceDocument;
  readonly collection: MappingCollection;
  /** Its mappings in the direction in which they are written. */
  readonly legs: readonly Leg[];
}

/** Reads mapping collections and the catalogs that they speak of, each file once. Nothing is fetched from a network. */
export class CollectionReader {
  readonly #reader: Reader;
  readonly #documents: ProfileDocuments;
  /** Absolute path. */
  readonly #folder: string;
  readonly #maps: AddressMap | undefined;
  readonly #frameworks = new Map<string, FoundFramework>();
  readonly #read = new Set<SourceFile>();

  /** @param from absolute path of the folder where the user is @param maps of the command line */
  constructor(from: string, reader: Reader, maps?: AddressMap) {
    this.#folder = from;
    this.#reader = reader;
    this.#maps = maps;
    this.#documents = new ProfileDocuments(reader);
  }

  /** The files that were read, but those that ship with aims. */
  get files(): readonly SourceFile[] {
    return [...this.#read];
  }

  /** The mapping collections that ship with aims. */
  async shipped(): Promise<KnownCollection[]> {
    const read = await Promise.all(
      shippedCollections().map((name) => this.at({ file: shippedCollection(name) }, name)),
    );
    return read.flatMap(({ value }) => value ?? []);
  }

  /**
   * @param shippedAs the name of one that ships with aims
   * @param fence absolute path of a folder that its own hrefs must not lead out of
   * @returns the collection, with warnings about catalogs that could not be looked into
   */
  async at(input: InputFile, shippedAs?: string, fence?: string): Promise<Reading<KnownCollection>> {
    const { file } = input;
    if (shippedAs === undefined) this.#read.add(file);
    const read = await this.#documents.at(input);
    if (!("document" in read)) {
      return { problems: [...(read.diagnostics ?? []), ...(read.unread === undefined ? [] : [read.unread])] };
    }
    const { document } = read;
    const collection = (document.value as { readonly "mapping-collection"?: MappingCollection })["mapping-collection"];
    if (collection === undefined) {
      const { model = "" } = rootOf(document.value) ?? {};
      return { problems: [problem("not-a-mapping-collection", { file }, { model })] };
    }
    const name = shippedAs ?? (file === standardInput ? "-" : nameFrom(this.#folder, file));
    const { value, problems } = await this.#legs(name, document, collection, fence);
    return { value: { name, isShipped: shippedAs !== undefined, file, document, collection, legs: value }, problems };
  }

  async #legs(
    name: string,
    document: SourceDocument,
    collection: MappingCollection,
    fence: string | undefined,
  ): Promise<Required<Reading<Leg[]>>> {
    const { title, version, remarks } = collection.metadata;
    const caution = remarks?.split(/\n\s*\n/)[0];
    // What is printed of a mapping must not depend on where the user stands.
    const called = {
      title,
      version,
      name: plainName(name),
      uuid: collection.uuid,
      document: collection,
      ...defined({ caution }),
    };
    const crosswalks = crosswalksOf(collection);
    const isList = Array.isArray(collection.mappings);
    const asked = crosswalks.flatMap(({ source, target, pairs }, index) => {
      const pointer = `/mapping-collection/mappings${isList ? `/${String(index)}` : ""}`;
      const [sources, targets] = [pairs.flatMap((pair) => pair.sources), pairs.flatMap((pair) => pair.targets)];
      return [
        { side: "source", resource: source, items: sources, pointer: `${pointer}/source-resource` },
        { side: "target", resource: target, items: targets, pointer: `${pointer}/target-resource` },
      ] as const;
    });
    const { value, problems } = await this.frameworks(asked, document, collection["back-matter"], name, fence);
    const legs = crosswalks.flatMap((crosswalk, index): Leg[] => {
      const [from, to] = value.slice(2 * index, 2 * index + 2);
      return from === undefined || to === undefined ? [] : [{ crosswalk, from, to, collection: called }];
    });
    return { value: legs, problems };
  }

  /**
   * The controls of sides of mappings, in their order, with warnings about catalogs that could not be looked into.
   * @param matter the back matter of the document, whose resources a side may name
   * @param name the document as people name it
   * @param fence absolute path of a folder that its own hrefs must not lead out of
   */
  async frameworks(
    asked: readonly AskedSide[],
    document: SourceDocument,
    matter: BackMatter | undefined,
    name: string,
    fence?: string,
  ): Promise<Required<Reading<Framework[]>>> {
    const { file } = document;
    const from = file === standardInput ? this.#folder : dirname(file);
    const request = { from, folder: this.#folder, named: name, ...(this.#maps && { maps: this.#maps }) };
    const imports = new Imports(request, this.#reader);
    const value: Framework[] = [];
    const problems: Diagnostic[] = [];
    for (const each of asked) {
      const { framework, unread, other } = await this.#framework(each, { document, matter, imports, fence });
      value.push(framework);
      const { side, pointer } = each;
      const place = placeOf(document, `${pointer}/href`);
      if (unread !== undefined) problems.push(problem("mapping-catalog-unread", place, { side, ...unread }));
      if (other !== undefined) {
        const told = { name: framework.name, other: nameFrom(this.#folder, other) };
        problems.push(problem("framework-name-twice", place, told));
      }
    }
    return { value, problems: [...problems, ...(await imports.problems())] };
  }

  /** The controls of one side of a mapping, from the first of the places that its resource names at which a catalog is. */
  async #framework(
    { resource, items }: AskedSide,
    { document, matter, imports, fence }: Place,
  ): Promise<FoundFramework> {
    let unread: Unread | undefined;
    for (const href of hrefsOf(resource, matter)) {
      const base = fileUri(document.file === standardInput ? `${this.#folder}/-` : document.file);
      const location = await imports.locate(href, base);
      if (location.kind !== "file") {
        unread ??= { href, why: location.failure, fix: location.fix };
        continue;
      }
      const known = this.#frameworks.get(location.path);
      if (known !== undefined) return known;
      if (fence !== undefined && !location.named && leadsOutside(fence, location.path, this.#reader)) {
        unread ??= { href, why: "it leads out of the workspace.", fix: "Put the catalog into the workspace." };
        continue;
      }
      const input = { file: fileAt(location.path), ...(location.locked && { locked: location.locked }) };
      const read = await this.#documents.at(input, location.uri);
      const catalog = "document" in read ? catalogOf(read.document) : undefined;
      if (catalog === undefined) {
        const why = "failure" in read ? read.failure : "it is not a catalog.";
        unread ??= { href, why, fix: "Correct the href, or put the catalog there." };
        continue;
      }
      if (!location.named) this.#read.add(input.file);
      const found = this.#named(catalog, location.path);
      this.#frameworks.set(location.path, found);
      return found;
    }
    const titles = new Map(items.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title] as const])));
    const framework = unknownFramework(
      nameOf(resource, matter),
      items.map(({ id }) => id),
      titles,
    );
    // A list that nobody published as a catalog has none to be read.
    const isList = resource.type !== "catalog" && resource.type !== "profile";
    return { framework, ...(unread === undefined || isList ? {} : { unread }) };
  }

  /** A catalog that does not say of which framework it is goes by the name of its file, which another must not have. */
  #named(catalog: Catalog, path: string): FoundFramework {
    const own = catalogFramework(catalog);
    const name = own ?? plainName(path);
    const others = [...this.#frameworks].filter(([, { framework }]) => framework.name === name);
    const [other] = others.filter(([, { framework }]) => framework.catalog?.uuid !== catalog.uuid);
    const framework = frameworkOf(catalog, name);
    return own !== undefined || other === undefined ? { framework } : { framework, other: other[0] };
  }
}

/** The controls of a side. */
interface FoundFramework {
  readonly framework: Framework;
  /** Why no catalog is at hand. */
  readonly unread?: Unread;
  /** Absolute path of another catalog that is called the same, and neither says of which framework it is. */
  readonly other?: string;
}

/** A side of a mapping whose controls are asked for. */
export interface AskedSide {
  readonly side: "source" | "target";
  readonly resource: Resource;
  /** What the mapping names of it: all that is known of a list that no catalog is at hand of. */
  readonly items: readonly Pick<Item, "id" | "title">[];
  /** JSON pointer to the resource. */
  readonly pointer: string;
}

interface Place {
  readonly document: SourceDocument;
  readonly matter: BackMatter | undefined;
  readonly imports: Imports;
  readonly fence: string | undefined;
}

/** Why no catalog is at hand. */
interface Unread {
  readonly href: string;
  readonly why: string;
  readonly fix: string;
}

/** The places that a resource of a mapping names: itself, or the renditions of a resource of the back matter. */
function hrefsOf({ href }: Resource, matter: BackMatter | undefined): string[] {
  if (!href.startsWith("#")) return [href];
  const resource = matter?.resources?.find(({ uuid }) => `#${uuid.toLowerCase()}` === href.toLowerCase());
  return (resource?.rlinks ?? []).map((rlink) => rlink.href);
}

/** What a list is called that no catalog is at hand of: as its resource says, or else after its file or title. */
function nameOf({ href, props }: Resource, matter: BackMatter | undefined): string {
  const own = propertyValue(props, "framework", aimsNamespace);
  if (own !== undefined) return own;
  if (!href.startsWith("#")) return plainName(href.replace(/[?#].*$/s, ""));
  const resource = matter?.resources?.find(({ uuid }) => `#${uuid.toLowerCase()}` === href.toLowerCase());
  const [rlink] = resource?.rlinks ?? [];
  return rlink === undefined ? (resource?.title ?? href) : plainName(rlink.href);
}

/** The name of a file without its folders and its ending. */
function plainName(path: string): string {
  return basename(path).replace(/\.(?:json|ya?ml|xml)$/i, "");
}
