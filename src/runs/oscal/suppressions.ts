import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { codeEntry } from "../../diagnostics/codes.js";
import { problem } from "../../diagnostics/codes/suppressions.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { statusAt, type Reader } from "../../files/reader.js";
import { defined } from "../../foundation/defined.js";
import { constraintCodes } from "../../gate/constraint-codes.js";
import { Suppressions, type SuppressibleProblem } from "../../gate/suppressions.js";
import { latestDay } from "../../source/partial-date.js";
import { placeOf } from "../../source/place.js";
import { formatPointer } from "../../source/pointer.js";
import type { KeptSuppressions, Suppression } from "../../workspace/suppressions.js";

/** The problems that a run looks for. */
interface Asked {
  /** Ids of reference rules that are switched off. */
  readonly disable: readonly string[];
  readonly constraints: boolean;
}

/** The suppressions of a run, and what becomes of them in it. */
export class RunSuppressions {
  readonly #kept: KeptSuppressions;
  readonly #asOf: string;
  readonly #reader: Reader;
  readonly #suppressions: Suppressions;

  /** @param asOf day of the run, `YYYY-MM-DD` */
  constructor(kept: KeptSuppressions, asOf: string, reader: Reader) {
    this.#kept = kept;
    this.#asOf = asOf;
    this.#reader = reader;
    const { entries, folder } = kept;
    this.#suppressions = new Suppressions(
      entries.map(({ file, ...entry }) => ({
        ...entry,
        expires: latestDay(entry.expires),
        ...defined({ file: file === undefined ? undefined : pathFrom(folder, resolve(folder, file)) }),
      })),
      asOf,
    );
  }

  /** Notes that a file is checked. @returns whether a problem of it is accepted */
  check(file: SourceFile): (problem: SuppressibleProblem) => boolean {
    const name = this.#nameOf(file);
    this.#suppressions.check(name);
    return (found) => this.#suppressions.accepts(name, found);
  }

  /**
   * The faults of the entries after a run: those that have expired, those that met nothing, and those for a file that is
   * not there.
   * @param asked the problems that the run has looked for: an entry for something else had nothing to meet
   */
  problems(asked: Asked): Diagnostic[] {
    const { entries, source, folder } = this.#kept;
    return this.#suppressions.outcomes().flatMap((outcome, index) => {
      const entry = entries[index];
      if (entry === undefined || outcome === "used") return [];
      const { file, code, expires } = entry;
      const place = placeOf(source, formatPointer(["suppressions", index]));
      if (outcome === "expired") return [problem("suppression-expired", place, entry)];
      const unused = (why: string): Diagnostic[] => [problem("suppression-unused", place, { code, why })];
      if (file !== undefined && !/[*?]/.test(file) && statusAt(resolve(folder, file), this.#reader) === undefined)
        return unused(`names "${file}", and there is no such file`);
      if (latestDay(expires) < this.#asOf)
        return unused(`held until ${expires}, and fits no problem of the files that were checked`);
      if (outcome === "not-asked" || !isAsked(entry, asked)) return [];
      return unused("fits no problem of the files that were checked");
    });
  }

  /** Path by which the suppressions know a file. Where it leads out of their folder as it is written, a link may still lead into it. */
  #nameOf(file: SourceFile): string {
    const { folder } = this.#kept;
    const written = pathFrom(folder, file);
    if (!written.startsWith("../")) return written;
    try {
      const real = pathFrom(this.#reader.realPath(folder), join(this.#reader.realPath(dirname(file)), basename(file)));
      return real.startsWith("../") ? written : real;
    } catch {
      return written; // A missing file has no links.
    }
  }
}

function pathFrom(folder: string, path: string): string {
  return relative(folder, resolve(folder, path)).split(sep).join("/");
}

/** Whether a run with the options looks for problems of a code, or of a constraint by its id. */
function isAsked({ code }: Suppression, { disable, constraints }: Asked): boolean {
  if (disable.includes(code)) return false;
  return constraints || (codeEntry(code) !== undefined && !(constraintCodes as ReadonlySet<string>).has(code));
}
