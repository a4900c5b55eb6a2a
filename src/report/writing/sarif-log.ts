import type { Invocation, Log, Notification, ReportingDescriptor, Result } from "sarif";
import type { Listed, Writable } from "../../source/stringify.js";

/** What goes into a log beside its frame. */
export interface SarifContent {
  /** Version of aims. */
  readonly version: string;
  readonly rules: Listed<ReportingDescriptor>;
  /** Worst first, since readers that show only so many take them from the beginning. */
  readonly results: Listed<Result>;
  /** Whether the command did its work, and what kept parts of it from being done. */
  readonly invocation: Pick<Invocation, "executionSuccessful"> & {
    readonly toolExecutionNotifications?: Listed<Notification>;
  };
}

/** The frame of a SARIF 2.1.0 log of one run of aims. */
export function sarifLog({ version, rules, results, invocation }: SarifContent): Writable<Log> {
  return {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "aims", semanticVersion: version, rules } },
        invocations: [invocation],
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

/** A path as the URI of an artifact: characters with a meaning in a URI are escaped. */
export function artifactUri(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
