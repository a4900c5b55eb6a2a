/** Exit codes of every verb. */
export const exitCode = {
  /** Done, and the gate passed. */
  done: 0,
  /** The gate failed, or findings at or above `--fail-on`. */
  findings: 1,
  /** Usage, configuration, or input that cannot be read or is invalid. */
  input: 2,
  /** An internal fault, or a rule that could not be evaluated. */
  fault: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The outside world of a command: results go to `out`, talk goes to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Folder that relative paths on the command line start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether colour is wanted on standard output. */
  readonly color: boolean;
  /** Whether standard error is a terminal that a person watches. */
  readonly interactive: boolean;
  /** Sets the code with which the process will end. */
  readonly exit: (code: ExitCode) => void;
}
