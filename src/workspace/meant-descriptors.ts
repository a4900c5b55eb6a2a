import type { FoundFile } from "../files/find.js";
import { headOf } from "../files/head.js";
import type { Reader } from "../files/reader.js";

/** The word by which a descriptor of a system is known, in YAML and in JSON. */
const describesSystem = /(?:^|[{,\s-])["']?kind["']?\s*:\s*["']?system\b/;
/** Results of aims and documents of OSCAL, which hold the same word somewhere: by their first keys. */
const isOutput =
  /^\s*(?:---\s+)?\{?\s*(?:["']?\$schema["']?\s*:\s*["']?[^\s,"']+["']?,?\s*)?["']?(?:schemaVersion|catalog|profile|mapping-collection|component-definition|system-security-plan|assessment-plan|assessment-results|plan-of-action-and-milestones)["']?\s*:/;

/** Whether a file describes a system by its own word, and is not what aims or another tool of OSCAL has written. */
export async function saysSystem({ file }: FoundFile, reader: Reader): Promise<boolean> {
  const head = await headOf(file, reader).catch(() => "");
  return describesSystem.test(head) && !isOutput.test(head);
}

/**
 * Without the files that patterns for the whole workspace match though they are there for something else: the organization's descriptor,
 * settings, and in folders of rules, profiles and downloads all that does not describe a system. A pattern that names the folder means it.
 * @param apart names of files that are read as something else
 * @param folders names of folders that hold something else
 */
export async function meantDescriptors(
  found: readonly FoundFile[],
  patterns: readonly string[],
  { apart, folders }: { readonly apart: readonly string[]; readonly folders: readonly string[] },
  reader: Reader,
): Promise<FoundFile[]> {
  const plain = (path: string): string => path.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  const read = new Set(apart.map(plain));
  const named = patterns.map(plain);
  const wild = named.some((pattern) => /^[^/]*[*?{[(]/.test(pattern));
  const others = folders.map(plain).filter((folder) => !named.some((pattern) => pattern.startsWith(`${folder}/`)));
  const meant: FoundFile[] = [];
  for (const each of found) {
    if (read.has(each.name)) continue;
    const inside = others.some((folder) => each.name.startsWith(`${folder}/`));
    const beside = wild && !each.name.includes("/") && !named.includes(each.name);
    if (inside && !(await saysSystem(each, reader))) continue;
    if (beside && isOutput.test(await headOf(each.file, reader).catch(() => ""))) continue;
    meant.push(each);
  }
  return meant;
}
