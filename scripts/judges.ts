// Puts every OSCAL document that the example, its rules and agencies of the federal inventory lead to, and all that ship with aims, before
// validators of others: NIST's liboscal-java with constraints, NIST's JSON schema, compliance-trestle 4.0.1 and 5.2.0, and, converted to XML, the XSD.
//   npm run judges            needs the folder ../shared beside the project, bash, Java, Maven and Python
// Exit code 1 when a judge fails a document that is not listed below with its reason; 2 when a judge cannot be asked.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { launcher, program, root, shared } from "./project.js";

const judges = join(shared, "judges");

/** Wrong failures of a judge that cannot know better. Each entry names the judge, the document, what it says and why it is wrong. */
const unknowable: { judge: string; document: RegExp; says: RegExp; reason: string }[] = [];

if (!existsSync(judges)) {
  console.error("The judges are not here: ../shared/judges is missing.");
  process.exit(2);
}
run("bash", [join(judges, "install"), "apt", "liboscal", "python", "trestle5"]);

const work = mkdtempSync(join(tmpdir(), "aims-judges-"));
try {
  const known = [...shipped(), ...example(), ...federal()];
  const ofExample = join(root, "examples", "meridian-bank", "crosswalks");
  const mappings = [...jsonFiles(join(root, "catalog", "mappings")), join(ofExample, "iso-42001-to-gdpr.json")];
  const documents = [...known, ...mappings];
  const xml = [
    ...known.map((document, index) => toXml(document, join(work, "xml", String(index)))),
    ...mappings.map((document) => ownXml(document, join(work, "xml", "mappings"))),
  ];
  console.log(`${String(documents.length)} documents, as JSON and as XML`);
  process.exitCode = Math.max(judge([...documents, ...xml]), trestle5(documents), mutants());
} finally {
  rmSync(work, { recursive: true, force: true });
}

function shipped(): string[] {
  return ["catalog", "profiles"].flatMap((folder) => jsonFiles(join(root, folder)));
}

function example(): string[] {
  const workspace = join(root, "examples", "meridian-bank");
  const [out, rules] = [join(work, "example"), join(work, "example-rules")];
  const options = ["--as-of", "2026-11-01", "--out"];
  run(process.execPath, [program, "assess", workspace, ...options, out, "--crosswalk", "all"]);
  run(process.execPath, [program, "export", "component-definition", workspace, ...options, rules]);
  const projected = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const projections = projected.flatMap(({ name }) =>
    ["assessment-plan.json", "assessment-results.json"].map((file) => join(out, name, file)),
  );
  const catalog = join(workspace, "crosswalks", "gdpr.json");
  return [...oscalFiles(out), ...projections, join(rules, "component-definition.json"), catalog];
}

function federal(): string[] {
  const inventory = join(shared, "samples", "us-federal-2025", "individual.part-a.csv");
  const workspace = join(work, "federal");
  const out = join(work, "federal-out");
  run(process.execPath, [program, "import", "us-federal-2025", inventory, "--out", workspace]);
  // Four agencies: with all rules, what all of them lead to takes the judges ten minutes, and says nothing else.
  const agencies = "systems/{doc,hud,ssa,state}.ndjson";
  const options = ["--as-of", "2026-04-14", "--profile", "us-federal-high-impact", "--systems", agencies];
  run(process.execPath, [program, "assess", workspace, ...options, "--out", out]);
  return oscalFiles(out);
}

/** The projections are there as JSON of their own, too. */
function oscalFiles(folder: string): string[] {
  return jsonFiles(folder).filter((path) => !/^(?:results|crosswalk-.*)\.json$/.test(basename(path)));
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}

/** NIST's own converter, so that the XSD judges what another tool makes of the document. */
function toXml(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${basename(path, ".json")}.xml`);
  run(join(judges, "liboscal"), ["convert", "xml", path, target]);
  return target;
}

/** XML by aims, for mappings: NIST's converter knows OSCAL 1.1.2, which has none. */
function ownXml(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${basename(path, ".json")}.xml`);
  run(process.execPath, [program, "oscal", "convert", path, "--to", "xml", "--out", target]);
  return target;
}

/** Broken documents: what the judges report, aims has to report too. Its exit codes mean what those of this script mean. */
function mutants(): number {
  const args = [launcher, "scripts/oscal-mutants.ts", "--check"];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 2;
}

function judge(paths: string[]): 2 | 0 | 1 {
  const { stdout, stderr, status } = spawnSync("bash", [join(judges, "judge-oscal"), ...paths], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  process.stderr.write(stderr);
  const verdicts = stdout.split("\n").filter((line) => line !== "");
  let passed = 0;
  let failed = 0;
  for (const line of verdicts) {
    const [name = "", path = "", verdict = "", ...words] = line.split(" ");
    const detail = words.join(" ").replaceAll(work, "");
    if (verdict === "PASS") passed += 1;
    if (verdict !== "FAIL") continue;
    const known = unknowable.find(
      (entry) => entry.judge === name && entry.document.test(path) && entry.says.test(detail),
    );
    if (known) console.log(`${name} cannot judge ${basename(path)}: ${known.reason}`);
    else {
      failed += 1;
      console.log(`${name} FAILS ${path.replace(work, "").replace(root, "")}: ${detail}`);
    }
  }
  console.log(`judges: ${String(passed)} passed, ${String(failed)} failed`);
  if (status === 2 || passed === 0) return 2;
  return failed > 0 ? 1 : 0;
}

/**
 * compliance-trestle 5.2.0 beside 4.0.1, which judge-oscal asks: import into a workspace of its own that has the document's neighbours,
 * where imports are looked for. It checks more than the older one and is asked with the import alone, which includes the model.
 */
function trestle5(paths: readonly string[]): 2 | 0 | 1 {
  const { AIMS_JUDGES, XDG_CACHE_HOME } = process.env;
  const home = AIMS_JUDGES ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aims-judges");
  const trestle = join(home, "trestle5", "bin", "trestle");
  if (!existsSync(trestle)) return 2;
  let failed = 0;
  paths.forEach((path, index) => {
    const workspace = join(work, "trestle5", String(index));
    mkdirSync(workspace, { recursive: true });
    for (const neighbour of jsonFiles(dirname(path))) copyFileSync(neighbour, join(workspace, basename(neighbour)));
    const ask = (...args: string[]): ReturnType<typeof spawnSync> =>
      spawnSync(trestle, args, { cwd: workspace, encoding: "utf8" });
    ask("init", "--local");
    const { status, stdout, stderr } = ask("import", "-f", path, "-o", "judged");
    if (status === 0) return;
    failed += 1;
    const said = `${String(stdout)}${String(stderr)}`.replaceAll(work, "").trim().split("\n").slice(0, 6).join("\n  ");
    console.log(`trestle 5.2.0 FAILS ${path.replace(work, "").replace(root, "")}:\n  ${said}`);
  });
  console.log(`trestle 5.2.0: ${String(paths.length - failed)} passed, ${String(failed)} failed`);
  return failed > 0 ? 1 : 0;
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}
