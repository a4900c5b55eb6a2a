import { isAbsolute, join, resolve } from "node:path";
import { problem, type ImportTold, type MapSource } from "../../diagnostics/codes/imports.js";
import type { Diagnostic, DiagnosticPlace } from "../../diagnostics/diagnostic.js";
import { leadsOutside } from "../../files/paths.js";
import { statusAt, type Reader } from "../../files/reader.js";

/** An address, or the beginning of addresses up to a "/", and the local copy that stands for it. */
export interface AddressMapping {
  readonly address: string;
  /** Path of a file or folder as it is written. */
  readonly path: string;
}

/** The source of mappings. */
interface MappingSource {
  readonly from: MapSource;
  /** Absolute path of the folder from which their paths start. */
  readonly folder: string;
  /** The place of the mapping of an address; none on a command line. */
  readonly placeOf?: (address: string) => DiagnosticPlace;
}

/** The path that stands for an address, or why there is none. */
export type MappedPath =
  /** `written` is the path for people; `fence` the folder that what the document imports must not lead out of. */
  | { readonly path: string; readonly written: string; readonly fence?: string }
  | { readonly leaves: string }
  /** The address asks something of its server that a folder cannot answer. */
  | { readonly query: string };

interface Entry extends AddressMapping {
  /** In its normal form; one that stands for all that begin with it ends with "/". */
  readonly normal: string;
  readonly target: string;
}

/** Mappings of one source: an exact address goes before a beginning, and the longest beginning before others. */
export class AddressMap {
  readonly problems: Diagnostic[] = [];
  readonly #entries: Entry[] = [];
  readonly #used = new Set<Entry>();
  readonly #reader: Reader;
  readonly #from: MapSource;

  constructor(mappings: readonly AddressMapping[], { from, folder, placeOf }: MappingSource, reader: Reader) {
    this.#reader = reader;
    this.#from = from;
    for (const { address, path } of mappings) {
      const place = placeOf?.(address);
      const normal = normalAddress(address);
      if (normal === undefined) {
        this.problems.push(problem("import-map-address", place, { from, address }));
        continue;
      }
      const wrong = (how: ImportTold["import-map-path"]["how"]): void => {
        this.problems.push(problem("import-map-path", place, { from, address, path, how }));
      };
      // A file that is kept with others is read on other machines too.
      if (from === "aims.yaml" && isAbsolute(path)) {
        wrong("absolute");
        continue;
      }
      const target = resolve(folder, path);
      const kind = statusAt(target, reader)?.kind;
      const many = normal.endsWith("/");
      if (kind === undefined) wrong("missing");
      else if (many && kind === "file") {
        wrong("file");
        continue;
      }
      const key = kind === "folder" && !many ? `${normal}/` : normal;
      const twice = this.#entries.find((each) => each.normal === key);
      if (twice !== undefined)
        this.problems.push(problem("import-map-twice", place, { from, address, path, before: twice.path }));
      else this.#entries.push({ address, path, target, normal: key });
    }
  }

  /** @param address in its normal form */
  find(address: string): MappedPath | undefined {
    const exact = this.#entries.findLast(({ normal }) => normal === address);
    const [entry] = exact
      ? [exact]
      : this.#entries
          .filter(({ normal }) => normal.endsWith("/") && address.startsWith(normal))
          .sort((a, b) => b.normal.length - a.normal.length);
    if (entry === undefined) return undefined;
    this.#used.add(entry);
    const { normal, target, path } = entry;
    if (!normal.endsWith("/")) return { path: target, written: path };
    const [query] = /\?[^#]+/.exec(address) ?? [];
    if (query !== undefined) return { query };
    const rest = relativeSegments(address.slice(normal.length));
    if (rest === undefined) return { leaves: path };
    const whole = join(target, ...rest);
    const written = [path.replace(/\/+$/, ""), ...rest].join("/");
    const found = { path: whole, written, fence: target };
    const leaves = statusAt(target, this.#reader) !== undefined && leadsOutside(target, whole, this.#reader);
    return leaves ? { leaves: path } : found;
  }

  /** Mappings that nothing was looked up in. */
  unused(): Diagnostic[] {
    return this.#from === "aims.yaml"
      ? []
      : this.#entries
          .filter((entry) => !this.#used.has(entry))
          .map(({ address, normal }) => {
            const only = normal.endsWith("/") && !normalAddress(address)?.endsWith("/") ? normal : undefined;
            return problem("import-map-unused", undefined, { address, only });
          });
  }
}

/** An absolute address without its fragment, as RFC 3986 and the WHATWG write it; undefined where it is not one. */
export function normalAddress(address: string): string | undefined {
  if (!/^[a-z][a-z\d+.-]+:/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

/**
 * The names of folders and a file behind the beginning of an address, decoded.
 * @returns undefined where one of them would lead elsewhere than down
 */
export function relativeSegments(rest: string): string[] | undefined {
  const names: string[] = [];
  for (const segment of rest.replace(/[?#].*$/s, "").split("/")) {
    if (segment === "" || segment === ".") continue;
    let name = segment;
    try {
      name = decodeURIComponent(segment);
    } catch {
      // Not percent-encoded after all.
    }
    if (name === ".." || name === "." || /[/\\\0]/.test(name)) return undefined;
    names.push(name);
  }
  return names;
}
