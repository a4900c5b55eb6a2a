import { defined } from "../foundation/defined.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { nearest } from "../foundation/nearest.js";
import { valueAt } from "../source/pointer.js";
import type { ProvenanceAction, ProvenanceStep } from "./resolve/history.js";
import type { ProfileResolution } from "./resolve.js";

/** An event in an object's history, and where that is written. */
export interface OriginStep {
  readonly action: ProvenanceAction;
  readonly file: SourceFile;
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) in the file. */
  readonly pointer: string;
  /** The property that the step is about, where it is not the whole. */
  readonly property?: string;
  /** The item added or removed, such as `prop label`; for an object that went, or did not come, as a whole: why. */
  readonly item?: string;
}

/** How a control, group, parameter, part, resource, role, party or location came into the resolved catalog, or why it is not there. */
export interface Origin {
  readonly id: string;
  /** JSON pointer into the resolved catalog; undefined for what is not there. */
  readonly pointer?: string;
  readonly title?: string;
  /** Of a parameter that has them. */
  readonly values?: readonly string[];
  /** A control of a catalog, or something in one, that nobody selects. */
  readonly unselected?: true;
  /** A role, party or location of an imported document, which comes along only where it says `keep`. */
  readonly unkept?: true;
  /** Oldest first. */
  readonly steps: readonly OriginStep[];
  /** Of a control: its parameters. */
  readonly parameters?: readonly Origin[];
}

/**
 * Follows everything with the id; controls bring their parameters along.
 * @param id an id or uuid, or a JSON pointer (RFC 6901) into the resolved document, for what has no id
 * @returns one entry for each place in the resolved catalog, then one without a place for each thing of the id that was left out; none
 *   for what no document knows
 */
export function originsOf(resolution: ProfileResolution, id: string): Origin[] {
  const { document, provenance } = resolution;
  if (id.startsWith("/")) {
    const steps = provenance.of(id);
    return steps.length === 0 ? [] : [{ id, pointer: id, steps: steps.map(originStep) }];
  }
  const present = provenance.pointersOf(id).map((pointer) => originAt(resolution, id, pointer, document));
  const absent = provenance.absencesOf(id).map((steps): Origin => ({ id, steps: steps.map(originStep) }));
  if (present.length + absent.length > 0) return [...present, ...absent];
  const steps = provenance.of(id);
  if (steps.length === 0) return [];
  return [
    {
      id,
      ...(steps.every(isUnselected) ? { unselected: true } : {}),
      ...(steps.every(isUnkept) ? { unkept: true } : {}),
      steps: steps.map(originStep),
    },
  ];
}

function isUnkept({ action, pointer }: ProvenanceStep): boolean {
  return action === "defined" && /^\/(?:catalog|profile)\/metadata\//.test(pointer);
}

function isUnselected({ action, pointer }: ProvenanceStep): boolean {
  return action === "defined" && /^\/catalog\/(?:groups\/\d+\/)*controls\//.test(pointer);
}

/** The faults of instructions that name the id, such as the setting of a parameter that no control declares. */
export function diagnosticsAbout({ documents, diagnostics }: ProfileResolution, id: string): Diagnostic[] {
  return diagnostics.filter(({ file, pointer }) =>
    documents.some(
      ({ document }) => document.file === file && pointer !== undefined && valueAt(document.value, pointer) === id,
    ),
  );
}

/** The id of the resolved catalog, or of what it was made from, that was probably meant. */
export function nearestId({ documents }: ProfileResolution, id: string): string | undefined {
  const ids = new Set<string>();
  const open: unknown[] = documents.map(({ document }) => document.value);
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if ("id" in value && typeof value.id === "string") ids.add(value.id);
    for (const child of Object.values(value)) if (typeof child === "object" && child !== null) open.push(child);
  }
  return nearest(id, [...ids].sort());
}

function originAt(
  resolution: Pick<ProfileResolution, "provenance">,
  id: string,
  pointer: string,
  document: unknown,
): Origin {
  const found = valueAt(document, pointer) as Readonly<Record<string, unknown>>;
  const { title, label, values, params } = found;
  const name = title ?? label ?? (/\/parties\/\d+$/.test(pointer) ? found["name"] : undefined);
  return {
    id,
    pointer,
    ...(typeof name === "string" ? { title: name } : {}),
    ...(Array.isArray(values) ? { values: values.map(String) } : {}),
    steps: resolution.provenance.of(pointer).map(originStep),
    ...(Array.isArray(params)
      ? {
          parameters: params.map((parameter: { id: string }, index) =>
            originAt(resolution, parameter.id, `${pointer}/params/${String(index)}`, document),
          ),
        }
      : {}),
  };
}

function originStep({ action, document, pointer, property, item }: ProvenanceStep): OriginStep {
  const { line, column } = document.locate(pointer);
  return defined({ action, file: document.file, line, column, pointer, property, item });
}
