// The programs of others that aims is measured beside, and the floors.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { shared } from "../scripts/project.js";
import { environmentOf, type Process } from "./measure.js";
import type { Beside } from "./row.js";
import type { Stage } from "./stage.js";

const install = (names: string): string => `bash ../shared/judges/install ${names}`;

/** NIST's liboscal-java in a JVM of its own. @param args with the stage, for the files */
export function liboscal(args: (stage: Stage) => readonly string[], expect: readonly number[] = [0]): Beside {
  return {
    name: "liboscal",
    kind: "peer",
    missing: ({ judges }) =>
      existsSync(join(judges, "liboscal", "classes")) ? undefined : `liboscal is not installed: ${install("liboscal")}`,
    process: (stage) => ({
      program: join(shared, "judges", "liboscal"),
      args: args(stage),
      // It looks for itself here, or else below HOME.
      env: { AIMS_JUDGES: stage.judges },
      expect,
    }),
  };
}

/** compliance-trestle, version 4, which resolves from a workspace of its own, and newer versions of OSCAL only. */
export const trestle: Beside = {
  name: "trestle 4.0.1",
  kind: "peer",
  missing: ({ judges }) => {
    const command = join(judges, "python", "bin", "trestle");
    if (!existsSync(command)) return `compliance-trestle is not installed: ${install("python")}`;
    const said = spawnSync(command, ["version"], { encoding: "utf8" }).stdout;
    return said.includes("v4.0.1 ") ? undefined : `trestle 4.0.1 is wanted, and this is another: ${said.trim()}`;
  },
  process: (stage) => ({
    program: join(stage.judges, "python", "bin", "trestle"),
    args: ["author", "profile-resolve", "-n", "moderate", "-o", "resolved"],
    cwd: stage.made("trestle", (path) => {
      trestleWorkspace(stage, path);
    }),
  }),
};

function trestleWorkspace(stage: Stage, cwd: string): void {
  mkdirSync(cwd);
  const folder = dirname(stage.moderate("json"));
  const prepare = (from: string, to: string, change: (text: string) => string): string => {
    const text = readFileSync(join(folder, from), "utf8").replaceAll(
      /"oscal-version": ?"1\.0\.0"/g,
      '"oscal-version":"1.2.1"',
    );
    writeFileSync(join(folder, to), change(text));
    return join(folder, to);
  };
  const catalog = prepare("catalog.json", "trestle-catalog.json", (text) => text);
  const profile = prepare("profile-of-json.json", "trestle-profile.json", (text) =>
    text.replaceAll('"catalog.json"', '"trestle://catalogs/nist/catalog.json"'),
  );
  for (const args of [
    ["init", "--local"],
    ["import", "-f", catalog, "-o", "nist"],
    ["import", "-f", profile, "-o", "moderate"],
  ]) {
    const env = environmentOf({}, stage.work);
    execFileSync(join(stage.judges, "python", "bin", "trestle"), args, { cwd, env, stdio: "ignore" });
  }
}

/** It takes a bracket in prose for a link reference and gives up: @returns the catalog with its brackets escaped. */
export function catalogForLiboscal(stage: Stage): string {
  return stage.made("escaped.json", (path) => {
    const escaped = JSON.stringify(JSON.parse(readFileSync(stage.catalogJson, "utf8")), (_key, value: unknown) =>
      typeof value === "string" ? value.replaceAll(/[[\]]/g, "\\$&") : value,
    );
    writeFileSync(path, escaped);
  });
}

/** A Node that only parses the catalog. */
export const jsonParse: Beside = {
  name: "JSON.parse",
  kind: "floor",
  process: (stage, { node }) => ({
    program: node,
    args: ["-e", `JSON.parse(require("fs").readFileSync(${JSON.stringify(stage.catalogJson)}, "utf8"))`],
  }),
};

/** A Node that does nothing. */
export const emptyScript: Beside = {
  name: "an empty script",
  kind: "floor",
  process: (stage, { node }) => ({
    program: node,
    args: [
      stage.made("empty.mjs", (path) => {
        writeFileSync(path, "");
      }),
    ],
  }),
};

/** conftest or opa over the descriptors of the policy bench, as its `run` starts them. */
export function policyEngine(
  name: string,
  program: string,
  args: readonly string[],
  expect: readonly number[],
): Beside {
  return {
    name,
    kind: "peer",
    missing: ({ judges }) =>
      existsSync(join(judges, "bin", program)) ? undefined : `${program} is not installed: ${install(program)}`,
    process: ({ judges }): Process => ({
      program: join(judges, "bin", program),
      args,
      cwd: join(judges, "policy-bench"),
      expect,
    }),
  };
}
