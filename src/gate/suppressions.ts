import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Day } from "../foundation/day.js";
import { addTo } from "../foundation/multimap.js";
import { matchesGlob } from "../foundation/path-glob.js";

/** A kind of problem that is known and accepted. */
export interface Suppression {
  /** Code of the diagnostic, or id of the OSCAL constraint. */
  readonly code: string;
  /** Path or glob pattern, seen from the same folder as the files that are checked; every file without it. */
  readonly file?: string;
  /** JSON pointer to the part of the document with all that is below it; the whole document without it. */
  readonly pointer?: string;
  /** The last day on which it holds. */
  readonly expires: Day;
}

/** A problem, as far as a suppression is compared with it. */
export type SuppressibleProblem = Pick<Diagnostic, "code" | "pointer" | "origin">;

/** The end of a suppression in a run: it hid something, would have if it had not expired, or had nothing to hide. */
export type SuppressionOutcome = "used" | "expired" | "unused" | "not-asked";

/** Suppressions of one run, which notes what each of them met. */
export class Suppressions {
  readonly #entries: readonly Suppression[];
  readonly #byCode = new Map<string, Suppression[]>();
  readonly #asOf: Day;
  readonly #met = new Set<Suppression>();
  readonly #files = new Set<string>();

  /** @param asOf day of the run */
  constructor(entries: readonly Suppression[], asOf: Day) {
    this.#entries = entries;
    this.#asOf = asOf;
    for (const entry of entries) addTo(this.#byCode, entry.code, entry);
  }

  /** Notes that a file is checked: a suppression for other files had nothing to do. */
  check(file: string): void {
    this.#files.add(file);
  }

  /** Whether a suppression that has not expired accepts the problem. */
  accepts(file: string, problem: SuppressibleProblem): boolean {
    const { code, origin } = problem;
    const constraint = origin?.kind === "constraint" ? origin.id : undefined;
    const byConstraint = constraint === undefined ? undefined : this.#byCode.get(constraint);
    let accepted = false;
    for (const entry of [...(this.#byCode.get(code) ?? []), ...(byConstraint ?? [])]) {
      if (!fits(entry, file, problem)) continue;
      this.#met.add(entry);
      if (!this.#expired(entry)) accepted = true;
    }
    return accepted;
  }

  /** The end of each suppression, in their order. One that has expired and met nothing is "unused", whatever was checked. */
  outcomes(): SuppressionOutcome[] {
    return this.#entries.map((entry) => {
      if (this.#met.has(entry)) return this.#expired(entry) ? "expired" : "used";
      const { file } = entry;
      const asked = this.#expired(entry) || file === undefined || [...this.#files].some((each) => fileFits(each, file));
      return asked ? "unused" : "not-asked";
    });
  }

  #expired({ expires }: Suppression): boolean {
    return expires < this.#asOf;
  }
}

function fits({ file, pointer }: Suppression, name: string, problem: SuppressibleProblem): boolean {
  if (file !== undefined && !fileFits(name, file)) return false;
  if (pointer === undefined || pointer === "") return true;
  const place = problem.pointer ?? "";
  return place === pointer || place.startsWith(`${pointer}/`);
}

function fileFits(name: string, pattern: string): boolean {
  const [path, glob] = [name.replace(/^\.\//, ""), pattern.replace(/^\.\//, "")];
  // No star stands for "..": a pattern holds for what lies in the folder that it starts from, or in the one that it names.
  return stepsUp(path) === stepsUp(glob) && matchesGlob(path, glob);
}

function stepsUp(path: string): number {
  return (/^(?:\.\.(?:\/|$))*/.exec(path)?.[0].length ?? 0) / 3;
}
