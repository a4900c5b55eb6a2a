// OSCAL documents through whole processes: aims beside NIST's liboscal-java, and beside a Node that only parses the same file.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program, shared } from "../scripts/project.js";
import { measureInTurn, memory, table, time, type Measurement, type Process } from "./measure.js";

const CATALOG = "sp800-53-rev5-v1.0.0";

/** Folders that the bench is given. */
interface Places {
  /** The folder in which the peers are installed. */
  readonly judges: string;
  /** The folder for files that a run writes. */
  readonly work: string;
}

/** @returns a section of the report */
export function oscal({ judges, work }: Places): string {
  const node = process.execPath;
  const content = join(shared, "oscal", "content", CATALOG);
  const json = join(content, "json", "NIST_SP-800-53_rev5_catalog-min.json");
  const xml = join(content, "xml", "NIST_SP-800-53_rev5_catalog.xml");
  const folder = join(work, "oscal");
  mkdirSync(folder, { recursive: true });

  const liboscal = join(shared, "judges", "liboscal");
  const hasLiboscal = existsSync(join(judges, "liboscal", "classes"));
  // It takes a bracket in prose for a link reference and gives up: here it gets the same catalog with brackets escaped.
  const escaped = join(folder, "escaped.json");
  writeFileSync(escaped, escapeBrackets(readFileSync(json, "utf8")));
  const parse = `JSON.parse(require("fs").readFileSync(${JSON.stringify(json)}, "utf8"))`;
  // The published catalog breaks constraints of 1.2.2 in 65 places, which aims and liboscal both report.
  const [invalid, peer, own] = [{ expect: [2] }, { runs: 3 }, { runs: 11 }];
  const toXml = ["oscal", "convert", json, "--to", "xml", "-o", join(folder, "catalog.xml")];
  const toJson = ["oscal", "convert", xml, "--to", "json", "-o", join(folder, "catalog.json")];
  const processes: Process[] = [
    { program: node, args: ["-e", parse], ...own },
    { program: node, args: [program, "oscal", "validate", json], ...own, ...invalid },
    { program: node, args: [program, "oscal", "validate", xml], ...own, ...invalid },
    { program: node, args: [program, ...toXml], ...own },
    { program: node, args: [program, ...toJson], ...own },
    ...(hasLiboscal
      ? [
          { program: liboscal, args: ["validate", json], ...peer, expect: [1] },
          { program: liboscal, args: ["validate", xml], ...peer, expect: [1] },
          { program: liboscal, args: ["convert", "xml", escaped, join(folder, "peer.xml")], ...peer },
          { program: liboscal, args: ["convert", "json", xml, join(folder, "peer.json")], ...peer },
        ]
      : []),
  ];
  const [floor, ...measured] = measureInTurn(processes);
  if (floor === undefined) throw new Error("Nothing was measured");
  const [ours, peers] = [measured.slice(0, 4), measured.slice(4)];
  const names = ["validate, JSON", "validate, XML", "convert, JSON to XML", "convert, XML to JSON"];
  const rows = [
    row("node that only calls JSON.parse", floor),
    ...ours.map((each, index) => {
      const checked = index === 0 ? ", schema and constraints" : "";
      return row(`aims oscal ${names[index] ?? ""}${checked}`, each, { floor });
    }),
    ...peers.map((each, index) => row(`liboscal ${names[index] ?? ""}`, each, { ours: ours[index] })),
  ];
  return [
    "## OSCAL: the SP 800-53 revision 5 catalog (JSON 1.7 MB, XML 2.1 MB)",
    "",
    table(["process", "time", "of JSON.parse", "aims is faster by", "peak memory"], rows),
  ].join("\n");
}

/**
 * The MODERATE baseline of SP 800-53, whose profile imports the catalog.
 * @returns a section of the report
 */
export function resolution({ judges, work }: Places): string {
  const node = process.execPath;
  const content = join(shared, "oscal", "content", CATALOG);
  const folder = join(work, "resolution");
  mkdirSync(folder, { recursive: true });
  const catalog = join(folder, "catalog.json");
  cpSync(join(content, "json", "NIST_SP-800-53_rev5_catalog-min.json"), catalog);
  cpSync(join(content, "xml", "NIST_SP-800-53_rev5_catalog.xml"), join(folder, "NIST_SP-800-53_rev5_catalog.xml"));
  const published = readFileSync(join(content, "json", "NIST_SP-800-53_rev5_MODERATE-baseline_profile.json"), "utf8");
  const fromXml = join(folder, "profile-of-xml.json");
  const fromJson = join(folder, "profile-of-json.json");
  writeFileSync(fromXml, published);
  writeFileSync(fromJson, published.replaceAll("NIST_SP-800-53_rev5_catalog.xml", "catalog.json"));

  const resolve = (profile: string): Process => ({
    program: node,
    args: [program, "oscal", "resolve", profile, "-o", join(folder, "resolved.json")],
    runs: 11,
  });
  const liboscal = (profile: string): Process => ({
    program: join(shared, "judges", "liboscal"),
    args: ["resolve", "json", profile, join(folder, "peer.json")],
    runs: 3,
  });
  const hasLiboscal = existsSync(join(judges, "liboscal", "classes"));
  const trestle = join(judges, "python", "bin", "trestle");
  const [ours, oursFromXml, ...peers] = measureInTurn([
    resolve(fromJson),
    resolve(fromXml),
    ...(hasLiboscal ? [liboscal(fromJson), liboscal(fromXml)] : []),
    ...(existsSync(trestle) ? [trestleResolve(trestle, folder)] : []),
  ]);
  if (ours === undefined || oursFromXml === undefined) throw new Error("Nothing was measured");
  const rows = [
    row("aims oscal resolve, catalog in JSON", ours),
    row("aims oscal resolve, catalog in XML", oursFromXml),
  ];
  const names = [
    ...(hasLiboscal ? ["liboscal resolve, catalog in JSON", "liboscal resolve, catalog in XML"] : []),
    "compliance-trestle profile-resolve, catalog in JSON",
  ];
  peers.forEach((each, index) => {
    const name = names[index] ?? "";
    rows.push(row(name, each, { ours: name.endsWith("XML") ? oursFromXml : ours }));
  });
  return [
    "## OSCAL: the SP 800-53 MODERATE profile to its catalog",
    "",
    table(
      ["process", "time", "aims is faster by", "peak memory"],
      rows.map(([process = "", seconds = "", , faster = "", peak = ""]) => [process, seconds, faster, peak]),
    ),
  ].join("\n");
}

/** trestle reads from a workspace of its own, and newer versions of OSCAL only. Prepares it. @returns the process that resolves */
function trestleResolve(trestle: string, folder: string): Process {
  const cwd = join(folder, "trestle");
  mkdirSync(cwd);
  const prepare = (from: string, to: string, change: (text: string) => string): void => {
    const text = readFileSync(join(folder, from), "utf8").replaceAll(
      '"oscal-version": "1.0.0"',
      '"oscal-version":"1.0.0"',
    );
    writeFileSync(join(folder, to), change(text.replaceAll('"oscal-version":"1.0.0"', '"oscal-version":"1.2.1"')));
  };
  prepare("catalog.json", "trestle-catalog.json", (text) => text);
  prepare("profile-of-json.json", "trestle-profile.json", (text) =>
    text.replaceAll('"catalog.json"', '"trestle://catalogs/nist/catalog.json"'),
  );
  for (const args of [
    ["init", "--local"],
    ["import", "-f", join(folder, "trestle-catalog.json"), "-o", "nist"],
    ["import", "-f", join(folder, "trestle-profile.json"), "-o", "moderate"],
  ]) {
    execFileSync(trestle, args, { cwd, stdio: "ignore" });
  }
  return {
    program: trestle,
    args: ["author", "profile-resolve", "-n", "moderate", "-o", "resolved"],
    runs: 5,
    cwd,
  };
}

function row(
  process: string,
  measurement: Measurement,
  { floor, ours }: { floor?: Measurement | undefined; ours?: Measurement | undefined } = {},
): string[] {
  return [
    process,
    time(measurement.seconds),
    floor ? (measurement.seconds / floor.seconds).toFixed(1) : "",
    ours ? (measurement.seconds / ours.seconds).toFixed(1) : "",
    memory(measurement),
  ];
}

/** @param text a JSON document */
function escapeBrackets(text: string): string {
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll(/[[\]]/g, "\\$&") : value,
  );
}
