// @ts-check
// OSCAL documents through whole processes: aims beside NIST's liboscal-java, and beside a Node that only parses the same file.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measure, memory, table, time } from "./measure.mjs";

const CATALOG = "sp800-53-rev5-v1.0.0";

/**
 * @param {{ aims: string, shared: string, judges: string, work: string }} places
 * @returns {string} a section of the report
 */
export function oscal({ aims, shared, judges, work }) {
  const node = process.execPath;
  const content = join(shared, "oscal", "content", CATALOG);
  const json = join(content, "json", "NIST_SP-800-53_rev5_catalog-min.json");
  const xml = join(content, "xml", "NIST_SP-800-53_rev5_catalog.xml");
  const folder = join(work, "oscal");
  mkdirSync(folder, { recursive: true });

  const floor = measure(node, ["-e", `JSON.parse(require("fs").readFileSync(${JSON.stringify(json)}, "utf8"))`], {
    runs: 11,
  });
  // The published catalog has warnings, no errors.
  const validate = measure(node, [aims, "oscal", "validate", json], { runs: 11 });
  const validateXml = measure(node, [aims, "oscal", "validate", xml], { runs: 11 });
  const toXml = measure(node, [aims, "oscal", "convert", json, "--to", "xml", "-o", join(folder, "catalog.xml")], {
    runs: 11,
  });
  const toJson = measure(node, [aims, "oscal", "convert", xml, "--to", "json", "-o", join(folder, "catalog.json")], {
    runs: 11,
  });

  const rows = [
    row("node that only calls JSON.parse", floor),
    row("aims oscal validate, JSON, schema and constraints", validate, { floor }),
    row("aims oscal validate, XML", validateXml, { floor }),
    row("aims oscal convert, JSON to XML", toXml, { floor }),
    row("aims oscal convert, XML to JSON", toJson, { floor }),
  ];
  if (existsSync(join(judges, "liboscal", "classes"))) {
    const liboscal = join(shared, "judges", "liboscal");
    // It takes a bracket in prose for a link reference and gives up: here it gets the same catalog with brackets escaped.
    const escaped = join(folder, "escaped.json");
    writeFileSync(escaped, escapeBrackets(readFileSync(json, "utf8")));
    const peer = { runs: 3, expect: [0, 1] };
    rows.push(
      row("liboscal validate, JSON", measure(liboscal, ["validate", json], peer), { ours: validate }),
      row("liboscal validate, XML", measure(liboscal, ["validate", xml], peer), { ours: validateXml }),
      row(
        "liboscal convert, JSON to XML",
        measure(liboscal, ["convert", "xml", escaped, join(folder, "peer.xml")], { runs: 3 }),
        { ours: toXml },
      ),
      row(
        "liboscal convert, XML to JSON",
        measure(liboscal, ["convert", "json", xml, join(folder, "peer.json")], { runs: 3 }),
        { ours: toJson },
      ),
    );
  }
  return [
    "## OSCAL: the SP 800-53 revision 5 catalog (JSON 1.7 MB, XML 2.1 MB)",
    "",
    table(["process", "time", "of JSON.parse", "aims is faster by", "peak memory"], rows),
  ].join("\n");
}

/**
 * @param {string} process
 * @param {import("./measure.mjs").Measurement} measurement
 * @param {{ floor?: import("./measure.mjs").Measurement, ours?: import("./measure.mjs").Measurement }} [compared]
 */
function row(process, measurement, { floor, ours } = {}) {
  return [
    process,
    time(measurement.seconds),
    floor ? (measurement.seconds / floor.seconds).toFixed(1) : "",
    ours ? (measurement.seconds / ours.seconds).toFixed(1) : "",
    memory(measurement),
  ];
}

/** @param {string} text a JSON document */
function escapeBrackets(text) {
  return JSON.stringify(JSON.parse(text), (_key, value) =>
    typeof value === "string" ? value.replaceAll(/[[\]]/g, "\\$&") : value,
  );
}
