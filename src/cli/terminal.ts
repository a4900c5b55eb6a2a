import type { Host } from "../runs/host.js";

/** Variables of the environment by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The outside world of a command: results go to `out`, talk goes to `err`; everything else goes through the host of the runs. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Its folder is where the command was started: relative paths on the command line start from there. */
  readonly host: Host;
  /** What a pipeline tells its steps. */
  readonly env: Environment;
  /** Whether colour is wanted on standard output. */
  readonly color: boolean;
  /** Width of the terminal that standard output is, in columns; left out where it is none. */
  readonly columns?: number;
  /** Whether standard error is a terminal that a person watches. */
  readonly interactive: boolean;
}
