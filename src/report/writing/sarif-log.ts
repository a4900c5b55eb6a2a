import type { Log, ReportingDescriptor, Result } from "sarif";

/** The frame of a SARIF 2.1.0 log of one run of aims. @param results may be a value that is written piece by piece */
export function sarifLog(version: string, rules: ReportingDescriptor[], results: Result[]): Log {
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

/** A path as the URI of an artifact: what means something in a URI is escaped. */
export function artifactUri(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
