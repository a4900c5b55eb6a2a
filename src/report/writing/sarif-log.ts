import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Listed, Writable } from "../../source/stringify.js";

/** The frame of a SARIF 2.1.0 log of one run of aims. */
export function sarifLog(version: string, rules: Listed<ReportingDescriptor>, results: Listed<Result>): Writable<Log> {
  return {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "aims", semanticVersion: version, rules } },
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
