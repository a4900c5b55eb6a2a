// Breaks OSCAL documents of ../shared/oscal in every way that matters, asks aims and the judges of others what they see, and writes
// docs/oscal-judges.md: the verdicts by class, and why they differ.
//   node scripts/run.mjs scripts/oscal-mutants.ts           write; needs dist/, and ../shared with the judges installed
//   node scripts/run.mjs scripts/oscal-mutants.ts --check   write nothing
// Exit code 1 where a judge reports what aims does not, where a difference has no reason or a reason no difference, and, with --check,
// where the page is stale; 2 where a judge cannot be asked.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import type * as Oscal from "../src/oscal/index.js";
import { differences, originalDifferences, quiet } from "./oscal-mutants/differences.js";
import { mutants, originals, type Mutant } from "./oscal-mutants/mutants.js";
import type { Model } from "./oscal/model.js";
import { page, type OriginalVerdict } from "./oscal-mutants/page.js";
import { explains, weight, word, type Judged, type Word } from "./oscal-mutants/table.js";
import { ask, followFinds, library, missing, type Judges, type Verdict } from "./oscal-mutants/verdicts.js";
import { root, shared } from "./project.js";

const PAGE = "docs/oscal-judges.md";
const NAMES = ["schema", "liboscal"] as const;

const absent = missing(shared);
if (absent.length > 0) {
  for (const path of absent) console.error(`not there: ${path}`);
  process.exit(2);
}

const { toXml } = (await import(pathToFileURL(library).href)) as typeof Oscal;
const documents = originals(join(shared, "oscal"), toXml);
const broken = mutants(
  documents,
  JSON.parse(readFileSync(join(root, "src/oscal/model/generated/oscal-1.2.2.json"), "utf8")) as Model,
);

const work = mkdtempSync(join(tmpdir(), "aims-mutants-"));
try {
  const { originalVerdicts, judged } = await judge();
  const faults = faultsOf(judged, originalVerdicts);
  for (const fault of faults) console.error(fault);
  const path = join(root, PAGE);
  const text = await format(page({ documents: originalVerdicts, judged }), {
    ...(await resolveConfig(path)),
    parser: "markdown",
  });
  const stale = !existsSync(path) || readFileSync(path, "utf8") !== text;
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (stale) console.error(`stale: ${PAGE}\nRun node scripts/run.mjs scripts/oscal-mutants.ts`);
  console.log(
    `${String(documents.length)} documents and ${String(judged.length)} mutants before the judges: ${String(faults.length)} faults`,
  );
  process.exitCode = faults.length > 0 || (stale && process.argv.includes("--check")) ? 1 : 0;
} catch (error) {
  console.error(error);
  process.exitCode = 2;
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function judge(): Promise<{ judged: Judged[]; originalVerdicts: OriginalVerdict[] }> {
  const originalFile = (name: string): string => join(work, "originals", name);
  const mutantFile = (name: string): string => join(work, "mutants", name);
  for (const { name, text } of documents) write(originalFile(name), text);
  for (const { name, text } of broken) write(mutantFile(name), text);
  const files = [...documents.map(({ name }) => originalFile(name)), ...broken.map(({ name }) => mutantFile(name))];
  const verdicts = await ask(files, shared);
  const said = (name: keyof Judges, mutant: Mutant): Word =>
    word(verdicts[name].get(originalFile(mutant.original)), verdicts[name].get(mutantFile(mutant.name)));
  const judged = broken.map((mutant) => {
    const aims = said("aims", mutant);
    return {
      mutant,
      aims,
      schema: said("schema", mutant),
      liboscal: said("liboscal", mutant),
      followed: aims === "nothing" && followed(mutant),
    };
  });
  const originalVerdicts = documents.map(({ name }) => ({
    name,
    aims: whole(verdicts.aims.get(originalFile(name))),
    schema: whole(verdicts.schema.get(originalFile(name))),
    liboscal: whole(verdicts.liboscal.get(originalFile(name))),
  }));
  return { judged, originalVerdicts };
}

/** Of a document as it is. */
function whole(verdict: Verdict | undefined): Word {
  return word(verdict && { errors: [], warnings: [] }, verdict);
}

function canFollow({ class: kind, original }: Mutant): boolean {
  return kind.startsWith("reference to nothing") && dirname(original) === "minimal-chain";
}

/** Whether aims finds the mistake, and none in the unbroken document, when it reads the imported documents too: those of the chain are there. */
function followed(mutant: Mutant): boolean {
  if (!canFollow(mutant)) return false;
  const folder = join(work, "chains", mutant.name);
  cpSync(join(shared, "oscal", "minimal-chain"), folder, { recursive: true });
  const file = join(folder, basename(mutant.original));
  write(file, documents.find(({ name }) => name === mutant.original)?.text ?? "");
  if (followFinds(file)) return false;
  write(file, mutant.text);
  return followFinds(file);
}

function faultsOf(judged: Judged[], originalVerdicts: OriginalVerdict[]): string[] {
  const faults: string[] = [];
  const used = new Set<object>();
  const use = (reason: object | undefined, fault: string): void => {
    if (reason === undefined) faults.push(fault);
    else used.add(reason);
  };
  for (const each of judged) {
    const { mutant, aims } = each;
    const place = `${mutant.class}: ${mutant.original} ${mutant.what}`;
    for (const name of NAMES) {
      if (weight(each[name]) > weight(aims))
        faults.push(`aims misses what ${name} reports: ${place} (${aims}, ${each[name]})`);
      else if (each[name] !== aims && each[name] !== "not asked")
        use(
          differences.find((difference) => explains(each, name, difference)),
          `no reason: ${place} (aims ${aims}, ${name} ${each[name]})`,
        );
    }
    if (aims === "nothing" && canFollow(mutant) && !each.followed)
      faults.push(`not reported with --follow either: ${place}`);
    if (aims !== "error")
      use(
        quiet.find((reason) => reason.says === aims && reason.class.test(mutant.class)),
        `aims is quiet without a reason: ${place} (${aims})`,
      );
  }
  for (const { name, ...said } of originalVerdicts) {
    for (const judgeName of NAMES) {
      if (said[judgeName] === "not asked" || (said.aims === "error") === (said[judgeName] === "error")) continue;
      const reason = originalDifferences.find(
        ({ original, judges }) => original.test(name) && judges.includes(judgeName),
      );
      use(reason, `no reason: ${name} (aims ${said.aims}, ${judgeName} ${said[judgeName]})`);
    }
  }
  for (const reason of [...differences, ...quiet, ...originalDifferences])
    if (!used.has(reason)) faults.push(`a reason without a difference: ${reason.reason}`);
  return faults;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
