// A row of the table as data: what aims is started with, beside whom, and what is wanted of it.
import type { Process } from "./measure.js";
import type { Stage } from "./stage.js";

export interface Row {
  /** For `--row`. */
  readonly name: string;
  readonly title: string;
  /** `goal` is the table at the top, `more` the one below it, `cores` that by processor cores. */
  readonly table: "goal" | "more" | "cores";
  /** It is measured on a newer Node, too. */
  readonly onNewerNode?: boolean;
  /** What aims is started with. May make what it reads, which is not measured. */
  readonly aims: (stage: Stage, build: Build) => Process;
  readonly beside?: readonly Beside[];
  readonly wanted?: Wanted;
  /** Why the row cannot be measured here; undefined when it can. */
  readonly unmeasurable?: (stage: Stage) => string | undefined;
}

/** A built aims, and the Node that runs it. */
export interface Build {
  readonly node: string;
  readonly program: string;
  /** The folder with `dist/`. */
  readonly folder: string;
  /** Name of the folder for its caches. */
  readonly home: string;
}

/** Somebody else, or a floor that nothing can be below, measured in the same rounds. */
export interface Beside {
  /** As `wanted` names it. */
  readonly name: string;
  /** A peer does the same: it is said by how much aims is faster. Of a floor it is said how many times as long aims takes. */
  readonly kind: "peer" | "floor";
  readonly process: (stage: Stage, build: Build) => Process;
  /** What has to be there, and the command that installs it; undefined when it is there. */
  readonly missing?: (stage: Stage) => string | undefined;
}

export interface Wanted {
  /** At most. */
  readonly seconds?: number;
  /** At most, at the peak. */
  readonly mebibytes?: number;
  /** By name: at least so many times as fast as a peer, at most so many times as long as a floor. */
  readonly beside?: Readonly<Record<string, number>>;
}

/** A process of aims. */
export function aims({ node, program, home }: Build, args: readonly string[], more: Partial<Process> = {}): Process {
  return { program: node, args: [program, ...args], home, ...more };
}
