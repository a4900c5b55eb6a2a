/** The Rego compiler itself broke or refused a request: a fault of aims or of OPA, not of the Rego sources. */
export class RegoCompilerError extends Error {
  override readonly name = "RegoCompilerError";
  /** The compiler's output before it broke, for a bug report; empty when there is none. */
  readonly details: string;

  constructor(message: string, details = "", cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.details = details;
  }
}
