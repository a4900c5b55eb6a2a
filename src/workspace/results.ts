import type { ValidateFunction } from "ajv";
import type { SubjectId, Verdict } from "../assessment/verdict.js";
import {
  controlsOfSystem,
  SubjectStates,
  type AssessedControl,
  type AssessedControls,
  type AssessedSystem,
} from "../crosswalk/assessed.js";
import { problem } from "../diagnostics/codes/crosswalks.js";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import { byteLines } from "../files/lines.js";
import { readBounded, refusal, statFile, unreadable, type InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import { isObject } from "../foundation/json-value.js";
import { limits } from "../foundation/limits.js";
import type { ControlReference } from "../policy/rule.js";
import { decodeUtf8 } from "../source/decode.js";
import { readJson } from "../source/json.js";
import {
  control as isControl,
  results as isResults,
  subject as isSubject,
  verdict as isVerdict,
} from "./generated/results-validator.js";

/** The results of an assessment, as far as projections rest on them. */
export interface ReadResults extends AssessedControls {
  /** What was found of the system that was asked for, where one was. */
  readonly ofSystem?: readonly AssessedControl[];
}

/** The version of the format that is read: later minor versions may hold more than is known here. */
const VERSION = { major: 1, minor: 3 };

/** Lists of the file of which each element takes one line (docs/results.md). */
const lists = ["rules", "controls", "subjects", "evidence", "verdicts"] as const;

type ListName = (typeof lists)[number];

/**
 * Reads a results.json. As aims writes it, verdict by verdict, its size does not matter; written over by another program, it has to fit
 * into memory like any other document.
 * @param system id of a system of which the controls are wanted alone
 */
export async function readResults(input: InputFile, reader: Reader, system?: SubjectId): Promise<Reading<ReadResults>> {
  const refused = refusal(input);
  if (refused !== undefined) return { problems: [refused] };
  const { file } = input;
  try {
    statFile(file, reader);
    return (await readLines(file, reader, system)) ?? readWhole(input, reader, system);
  } catch (error) {
    return { problems: [unreadable(file, error)] };
  }
}

/** Reads the lines that aims writes; undefined where another program has laid the file out. */
async function readLines(
  file: string,
  reader: Reader,
  system: SubjectId | undefined,
): Promise<Reading<ReadResults> | undefined> {
  const results = new ResultsMaker(system);
  const rest: string[] = [];
  let size = 0;
  let list: ListName | undefined;
  let number = 0;
  for await (const bytes of byteLines(reader.chunks(file), limits.documentBytes)) {
    number += 1;
    if (bytes === "too-long") return { problems: [tooLarge(file)] };
    const line = Buffer.from(bytes).toString("utf8");
    if (list !== undefined && !line.startsWith("  ]")) {
      const element = parsed(line.endsWith(",") ? line.slice(0, -1) : line);
      if (element === undefined) return undefined;
      const wrong = results.add(list, element, rest);
      if (wrong !== undefined) return { problems: [notResults({ file, line: number, column: 1 }, wrong)] };
      continue;
    }
    size += bytes.length;
    if (size > limits.documentBytes) return { problems: [tooLarge(file)] };
    rest.push(line);
    list = list === undefined ? lists.find((name) => line === `  "${name}": [`) : undefined;
  }
  const whole = parsed(rest.join("\n"));
  if (whole === undefined) return undefined;
  return ended(results, whole, file);
}

/** Reads the file as one document, whatever its layout. */
function readWhole(input: InputFile, reader: Reader, system: SubjectId | undefined): Reading<ReadResults> {
  const { file } = input;
  const bytes = readBounded(input, reader);
  if (!(bytes instanceof Uint8Array)) return { problems: [bytes] };
  const text = decodeUtf8(bytes, file);
  if (typeof text !== "string") return { problems: [text] };
  const { document, diagnostics } = readJson(text, file);
  if (document === undefined) return { problems: diagnostics };
  return ended(new ResultsMaker(system), document.value, file);
}

function ended(results: ResultsMaker, whole: unknown, file: string): Reading<ReadResults> {
  const wrong = results.finish(whole);
  return wrong === undefined ? { value: results.value(), problems: [] } : { problems: [notResults({ file }, wrong)] };
}

/** The value of a text of JSON; undefined where it is none, as no JSON text is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function tooLarge(file: string): Diagnostic {
  return fileProblem("file-too-large", { file }, { maximum: limits.documentBytes });
}

function notResults(
  place: { readonly file: string; readonly line?: number; readonly column?: number },
  why: string,
): Diagnostic {
  return problem("not-results", place, { why });
}

/** The file without its lists. */
interface Head extends Omit<AssessedControls, "controls" | "systems"> {
  readonly organization?: { readonly id: string; readonly name: string };
}

interface StoredControl extends Omit<AssessedControl, "reference"> {
  readonly control: ControlReference;
  readonly reason?: "not-assessed";
}

interface StoredSubject {
  readonly id: SubjectId;
  readonly kind: "organization" | "system";
  readonly name: string;
  readonly excluded?: string;
}

const validators: Readonly<Partial<Record<ListName, ValidateFunction>>> = {
  controls: isControl,
  subjects: isSubject,
  verdicts: isVerdict,
};

/** Puts the results together as their lists come. */
class ResultsMaker {
  readonly #system: SubjectId | undefined;
  readonly #controls: AssessedControl[] = [];
  readonly #subjects = new Map<SubjectId, StoredSubject>();
  readonly #wanted: Verdict[] = [];
  #states: SubjectStates | undefined;
  #head: Head | undefined;

  constructor(system: SubjectId | undefined) {
    this.#system = system;
  }

  /** Adds an element of a list. @param before lines that stand before it @returns why it is none */
  add(list: ListName, element: unknown, before: readonly string[] = []): string | undefined {
    const validate = validators[list];
    if (validate === undefined) return undefined;
    if (!validate(element)) {
      const version = before
        .map((line) => /^ {2}"schemaVersion": "([\d.]+)"/.exec(line)?.[1])
        .find((each) => each !== undefined);
      return isNewer(version ?? "1.0") ? laterVersion(version) : wordsOf(validate, list);
    }
    if (list === "controls") {
      const { control, reason, state, ...more } = element as StoredControl;
      const { id, title, assurance, counts } = more;
      const found = { id, title, counts, state: reason ?? state, ...defined({ assurance }) };
      this.#controls.push({ reference: control, ...found });
    } else if (list === "subjects") {
      const subject = element as StoredSubject;
      this.#subjects.set(subject.id, subject);
    } else this.#judge(element as Verdict);
    return undefined;
  }

  #judge(verdict: Verdict): void {
    const subject = this.#subjects.get(verdict.subject);
    if (subject === undefined || subject.excluded !== undefined) return;
    this.#states ??= new SubjectStates(this.#controls.map(({ reference }) => reference));
    this.#states.add(subject, verdict.controls, verdict.state);
    const isWanted = subject.kind === "organization" || subject.id === this.#system;
    if (this.#system !== undefined && isWanted) this.#wanted.push(verdict);
  }

  /** Takes what stands beside the lists, and the lists where they stood in it. @returns why it is no results.json */
  finish(whole: unknown): string | undefined {
    if (!isObject(whole) || !Array.isArray(whole["verdicts"]) || !isObject(whole["profile"])) {
      return "it lacks what the results of aims begin with.";
    }
    const { schemaVersion = "1.0" } = whole;
    if (!isResults(whole)) {
      return isNewer(schemaVersion) ? laterVersion(schemaVersion) : wordsOf(isResults, "");
    }
    this.#head = whole as unknown as Head;
    for (const list of ["controls", "subjects", "verdicts"] as const) {
      for (const element of whole[list] as unknown[]) this.add(list, element);
    }
    return undefined;
  }

  value(): ReadResults {
    if (this.#head === undefined) throw new Error("Results are put together before they are finished");
    const { asOf, profile, organization, selection } = this.#head;
    const { name, title, version, uuid } = profile;
    const systems = [...this.#subjects.values()].filter(
      ({ kind, excluded }) => kind === "system" && excluded === undefined,
    );
    const controls = this.#controls;
    const wanted = new Set(
      [...this.#subjects.values()].filter(({ kind }) => kind === "organization").map(({ id }) => id),
    );
    const asked = this.#system;
    if (asked !== undefined) wanted.add(asked);
    const states = this.#states ?? new SubjectStates([]);
    const found: readonly AssessedSystem[] = states.systems(systems);
    return {
      asOf,
      profile: { name, title, version, uuid },
      ...defined({ organization, selection }),
      controls,
      systems: found,
      ...(asked === undefined ? {} : { ofSystem: controlsOfSystem({ controls }, wanted, this.#wanted) }),
    };
  }
}

function isNewer(version: unknown): boolean {
  const [major = 0, minor = 0] = String(version).split(".").map(Number);
  return major > VERSION.major || (major === VERSION.major && minor > VERSION.minor);
}

function laterVersion(version: unknown): string {
  const known = `${String(VERSION.major)}.${String(VERSION.minor)}`;
  return `it was written by a later version of aims (format ${String(version)}; this one reads up to ${known}).`;
}

/** The first fault that a validator found, in words. */
function wordsOf({ errors }: ValidateFunction, list: string): string {
  const [first] = errors ?? [];
  const where = `${list === "" ? "" : `/${list}/…`}${first?.instancePath ?? ""}`;
  return `${where === "" ? "its top" : where} ${first?.message ?? "is not as it should be"}.`;
}
