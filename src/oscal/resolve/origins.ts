import { nearest } from "../../diagnostics/nearest.js";
import { valueAt } from "../../source/pointer.js";
import type { ProvenanceAction, ProvenanceStep } from "./history.js";
import type { ProfileResolution } from "./resolve-profile.js";

/** What happened to something, and where that is written. */
export interface OriginStep {
  readonly action: ProvenanceAction;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) in the file. */
  readonly pointer: string;
  /** The property that the step is about, where it is not the whole. */
  readonly property?: string;
  /** What was removed, such as `prop label`. */
  readonly item?: string;
}

/** How a control, parameter, part, group or resource came into the resolved catalog, or why it is not there. */
export interface Origin {
  readonly id: string;
  /** JSON pointer into the resolved catalog; undefined for what is not there. */
  readonly pointer?: string;
  readonly title?: string;
  /** Of a parameter that has them. */
  readonly values?: readonly string[];
  /** Oldest first. */
  readonly steps: readonly OriginStep[];
  /** Of a control: its parameters. */
  readonly parameters?: readonly Origin[];
}

/**
 * Follows everything with the id; controls bring their parameters along.
 * @returns one entry for each place in the resolved catalog; one without a place for what was left out; none for what no document knows
 */
export function originsOf(resolution: ProfileResolution, id: string): Origin[] {
  const { document, provenance } = resolution;
  const pointers = provenance.pointersOf(id);
  if (pointers.length > 0) return pointers.map((pointer) => originAt(resolution, id, pointer, document));
  const steps = provenance.of(id);
  return steps.length === 0 ? [] : [{ id, steps: steps.map(placed) }];
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
  const name = title ?? label;
  return {
    id,
    pointer,
    ...(typeof name === "string" ? { title: name } : {}),
    ...(Array.isArray(values) ? { values: values.map(String) } : {}),
    steps: resolution.provenance.of(pointer).map(placed),
    ...(Array.isArray(params)
      ? {
          parameters: params.map((parameter: { id: string }, index) =>
            originAt(resolution, parameter.id, `${pointer}/params/${String(index)}`, document),
          ),
        }
      : {}),
  };
}

function placed({ action, document, pointer, property, item }: ProvenanceStep): OriginStep {
  const { line, column } = document.locate(pointer);
  return {
    action,
    file: document.file,
    line,
    column,
    pointer,
    ...(property === undefined ? {} : { property }),
    ...(item === undefined ? {} : { item }),
  };
}
