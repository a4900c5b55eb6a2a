import { dirname, isAbsolute, resolve, sep } from "node:path";
import type { Diagnostic, PrintedDiagnostic } from "../diagnostics/diagnostic.js";
import type { FileName, SourceFile } from "../diagnostics/source-file.js";
import { packageRoot } from "./package.js";
import { fileAt, nameFrom } from "./paths.js";

/** Folders of the package that hold what ships with aims for everybody. */
const shipped = /^(?:catalog|profiles|rules|schemas)\//;

/** Before the path in the package of what ships with aims. */
const packagePrefix = "aims-as-code/";

/**
 * The place from which a reader sees what is printed. A file is called as it was spelled on the command line, where it was, or as it lies
 * seen from the folder; what ships with aims by its path in the package, the package's name before it, so that messages do not depend on
 * where it is installed.
 */
export class Viewpoint {
  readonly #folder: string;
  /** Spellings by identity. */
  readonly #spelled = new Map<string, string>();
  readonly #names = new Map<SourceFile, FileName>();

  /**
   * @param folder absolute path
   * @param spelled paths as somebody wrote them, seen from the folder, the first of two for one file; what lies below one is called by
   *   it too
   */
  constructor(folder: string, spelled: Iterable<string> = []) {
    this.#folder = folder;
    for (const text of spelled) {
      const name = sep === "/" ? text : text.replaceAll(sep, "/");
      const file = fileAt(resolve(folder, text));
      if (!this.#spelled.has(file)) this.#spelled.set(file, name === "." ? "" : name.replace(/(?<=[^/])\/+$/, ""));
    }
    // A user who writes an absolute path to another place expects it for the neighbours too.
    for (const [file, name] of [...this.#spelled]) {
      const beside = dirname(file);
      if (isAbsolute(name) && nameFrom(folder, beside).startsWith("..") && !this.#spelled.has(beside))
        this.#spelled.set(beside, dirname(name));
    }
  }

  /** The name of the file as seen from here. */
  readonly nameOf = (file: SourceFile): FileName => {
    let name = this.#names.get(file);
    if (name === undefined) this.#names.set(file, (name = this.#called(file)));
    return name;
  };

  /** The diagnostic with names in place of identities. */
  readonly printed = (diagnostic: Diagnostic): PrintedDiagnostic => {
    const { mentions, file } = diagnostic;
    // Assigned in place, so that the order of the properties stays.
    const printed: { -readonly [Key in keyof PrintedDiagnostic]: PrintedDiagnostic[Key] } & { mentions?: unknown } = {
      ...(diagnostic as Omit<Diagnostic, "file" | "mentions">),
    };
    if (file !== undefined) printed.file = this.nameOf(file);
    for (const other of mentions ?? []) printed.message = printed.message.replaceAll(other, () => this.nameOf(other));
    delete printed.mentions;
    return printed;
  };

  #called(file: SourceFile): FileName {
    if (this.#spelled.has(file)) return this.#pathName(file);
    // A document that another one carries is called by that one.
    const [, path = file, part = ""] = /^(.*?)(#[^#/]*)?$/s.exec(file) ?? [];
    return this.#pathName(path) + part;
  }

  #pathName(path: string): FileName {
    if (!isAbsolute(path)) return path;
    for (let folder = path; ; folder = dirname(folder)) {
      const spelled = this.#spelled.get(folder);
      if (spelled !== undefined) {
        const rest = path.slice(folder.length).replace(/^\//, "");
        return rest === ""
          ? spelled || "."
          : spelled === "" || spelled.endsWith("/")
            ? spelled + rest
            : `${spelled}/${rest}`;
      }
      if (dirname(folder) === folder) break;
    }
    const root = packageRoot();
    const inPackage = nameFrom(root, path);
    if (!shipped.test(inPackage)) return nameFrom(this.#folder, path);
    // A file of the user may have the same path in his own folder.
    return resolve(this.#folder) === root ? inPackage : packagePrefix + inPackage;
  }
}
