import { createHash } from "node:crypto";
import { jsonText, streamed } from "../../source/stringify.js";

/** An issue of a Code Quality report, as GitLab reads it. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly checkName: string;
  /** Tells the issue from all others of the report, and stays as long as it does; repeated ones are numbered. */
  readonly identity: readonly string[];
  readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
  /** From the repository's folder, with "/". */
  readonly path: string;
  readonly line: number;
}

/** A Code Quality report: one array, an issue a line. */
export function codeQualityText(issues: () => Iterable<CodeQualityIssue>): Generator<string> {
  return jsonText(
    streamed(function* () {
      const met = new Map<string, number>();
      for (const { description, checkName, identity, severity, path, line } of issues()) {
        const first = fingerprintOf(identity);
        const times = (met.get(first) ?? 0) + 1;
        met.set(first, times);
        yield {
          description,
          check_name: checkName,
          fingerprint: times === 1 ? first : fingerprintOf([...identity, String(times)]),
          severity,
          location: { path, lines: { begin: line } },
        };
      }
    }),
  );
}

function fingerprintOf(identity: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex");
}
