// What the processes read and write: made when a row first asks for it, with the build that is measured as "after".
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative } from "node:path";
import { root, shared } from "../scripts/project.js";
import { runOnce } from "./measure.js";
import { aims, type Build } from "./row.js";

export const EXAMPLE = join(root, "examples", "meridian-bank");
const CONTENT = join(shared, "oscal", "content", "sp800-53-rev5-v1.0.0");
const INVENTORY = join(shared, "samples", "us-federal-2025", "individual.part-a.csv");

/** The folder of a run, and everything in it. */
export class Stage {
  /** The folder in which the peers are installed. */
  readonly judges: string =
    process.env.AIMS_JUDGES ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims-judges");
  readonly catalogJson: string = join(CONTENT, "json", "NIST_SP-800-53_rev5_catalog-min.json");
  readonly catalogXml: string = join(CONTENT, "xml", "NIST_SP-800-53_rev5_catalog.xml");
  readonly inventory: string = INVENTORY;
  readonly work: string;
  readonly #build: Build;
  readonly #made = new Map<string, string>();

  constructor(work: string, build: Build) {
    this.work = work;
    this.#build = build;
  }

  /** @returns the path of a file or folder of this run; `make` makes it when it is asked for the first time */
  made(name: string, make: (path: string) => void = () => undefined): string {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const path = join(this.work, "made", name);
    mkdirSync(dirname(path), { recursive: true });
    make(path);
    this.#made.set(name, path);
    return path;
  }

  /** @returns the path of something that a process writes */
  written(name: string): string {
    return this.made(join("written", name));
  }

  /** @returns the 1,904 systems of the federal inventory, by unit in NDJSON, or a YAML file each */
  federal(format: "ndjson" | "yaml"): string {
    return this.made(`federal-${format}`, (path) => {
      runOnce(aims(this.#build, ["import", "us-federal-2025", INVENTORY, "--to", format, "--out", path]), this.work);
    });
  }

  /** @returns a profile of controls of ISO/IEC 42001, by their OSCAL ids */
  profile(name: string, controls: readonly string[]): string {
    return this.made(`${name}.json`, (path) => {
      const href = relative(dirname(path), join(root, "catalog", "iso-42001.json"));
      const profile = {
        uuid: "8a2f7c52-6f0b-4f0e-9d0c-3c1c5b0c7a10",
        metadata: { title: name, "last-modified": "2026-11-01T00:00:00Z", version: "1.0.0", "oscal-version": "1.2.2" },
        imports: [{ href, "include-controls": [{ "with-ids": controls }] }],
        merge: { "as-is": true },
      };
      writeFileSync(path, JSON.stringify({ profile }));
    });
  }

  /** @returns the inventory ten times over, with other ids */
  federalTenfold(): string {
    return this.made("federal-tenfold", (path) => {
      cpSync(this.federal("ndjson"), path, { recursive: true });
      const systems = join(path, "systems");
      for (const name of readdirSync(systems)) {
        const lines = readFileSync(join(systems, name), "utf8").trimEnd().split("\n");
        const copies = Array.from({ length: 10 }, (_, copy) =>
          lines.map((line) => line.replace(/"id":"([^"]*)"/, (_match, id: string) => `"id":"${id}-${String(copy)}"`)),
        ).flat();
        writeFileSync(join(systems, name), `${copies.join("\n")}\n`);
      }
    });
  }

  /** @returns the example with rules of its own, which are copies of a shipped one under other names */
  ownRules(count: number): string {
    return this.made(`own-rules-${String(count)}`, (path) => {
      cpSync(EXAMPLE, path, { recursive: true });
      mkdirSync(join(path, "rules"));
      const rule = readFileSync(join(root, "rules", "governance", "owner-assigned.rego"), "utf8");
      for (let index = 0; index < count; index += 1) {
        const text = rule
          .replace("id: owner-assigned", `id: owner-${String(index)}`)
          .replace("package aims.rules.owner_assigned", `package aims.rules.owner_${String(index)}`);
        writeFileSync(join(path, "rules", `owner-${String(index)}.rego`), text);
      }
    });
  }

  /** @returns the catalog in YAML */
  catalogYaml(): string {
    return this.made("catalog.yaml", (path) => {
      runOnce(aims(this.#build, ["oscal", "convert", this.catalogJson, "--to", "yaml", "-o", path]), this.work);
    });
  }

  /** @returns a folder with the catalog in all three formats */
  catalogFolder(): string {
    return this.made("catalogs", (path) => {
      mkdirSync(path);
      cpSync(this.catalogJson, join(path, "catalog.json"));
      cpSync(this.catalogXml, join(path, "catalog.xml"));
      cpSync(this.catalogYaml(), join(path, "catalog.yaml"));
    });
  }

  /** @returns the MODERATE profile with its catalog, in JSON or XML, beside it */
  moderate(format: "json" | "xml"): string {
    const folder = this.made("moderate", (path) => {
      mkdirSync(path);
      const published = join(CONTENT, "json", "NIST_SP-800-53_rev5_MODERATE-baseline_profile.json");
      const text = readFileSync(published, "utf8");
      cpSync(this.catalogJson, join(path, "catalog.json"));
      cpSync(this.catalogXml, join(path, "NIST_SP-800-53_rev5_catalog.xml"));
      writeFileSync(join(path, "profile-of-xml.json"), text);
      writeFileSync(
        join(path, "profile-of-json.json"),
        text.replaceAll("NIST_SP-800-53_rev5_catalog.xml", "catalog.json"),
      );
    });
    return join(folder, `profile-of-${format}.json`);
  }

  /** @returns why what lies in ../shared cannot be read; undefined when it can */
  missingShared(): string | undefined {
    return existsSync(INVENTORY) ? undefined : "the folder ../shared is not here";
  }
}
