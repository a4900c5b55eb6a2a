// Collects the licence texts of what is linked into the Rego compiler, from the module cache and the Go installation.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export interface LinkedPackage {
  module: { path: string; version: string; root: string };
  folder: string;
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|patents)/i;
const RULE = "=".repeat(78);

/** @param packages sorted */
export function thirdPartyLicences(goroot: string, goVersion: string, packages: LinkedPackage[]): string {
  const sections = [section(`Go ${goVersion} (runtime, standard library, wasm_exec.js)`, textsOf(goroot, goroot))];
  for (const [path, members] of byModule(packages)) {
    const [first] = members;
    if (first === undefined) continue;
    const { version, root } = first.module;
    const folders = new Set(members.flatMap(({ folder }) => upTo(root, folder)));
    const texts = [...folders].sort().flatMap((folder) => textsOf(root, folder));
    if (texts.length === 0) throw new Error(`${path} has no licence text`);
    sections.push(section(`${path} ${version}`, texts));
    if (path === "github.com/open-policy-agent/opa") sections.push(...insideOpa(root, packages));
  }
  const head =
    "The Rego compiler (rego-compiler.wasm.br) is built from the program in compiler/ and from what is named below,\n" +
    "under the licences whose texts follow.\n";
  return [head, ...sections].join("\n");
}

function byModule(packages: LinkedPackage[]): Map<string, LinkedPackage[]> {
  const modules = new Map<string, LinkedPackage[]>();
  for (const linked of packages) {
    const members = modules.get(linked.module.path) ?? [];
    members.push(linked);
    modules.set(linked.module.path, members);
  }
  return modules;
}

/** OPA embeds a runtime in C and C++ that it links with every compiled policy: its notices stand in its sources. */
function insideOpa(opa: string, packages: LinkedPackage[]): string[] {
  const runtime = join(opa, "wasm", "src");
  const within = (...parts: string[]): string[] => notices(join(runtime, ...parts));
  // RE2's sources refer to a licence that OPA does not carry; protobuf stands under the same one, word for word.
  const protobuf = packages.find(({ module }) => module.path === "google.golang.org/protobuf")?.module.root ?? "";
  const terms = readFileSync(join(protobuf, "LICENSE"), "utf8")
    .replace(/^Copyright .*\n/, "")
    .trim();
  return [
    section("RE2 (in OPA's WebAssembly runtime)", [...within("re2"), terms]),
    section("mpdecimal (in OPA's WebAssembly runtime)", within("libmpdec")),
    section("C and C++ library (in OPA's WebAssembly runtime)", [...within("lib"), ...within("libc++")]),
  ];
}

/** The comments of sources that speak of a copyright or a licence, each once. */
function notices(folder: string): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.(?:c|cc|h)$/.test(name)) continue;
    const text = readFileSync(join(folder, name), "utf8");
    for (const [comment] of text.matchAll(/\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gm)) {
      if (/copyright|licen[cs]e/i.test(comment)) found.add(plain(comment));
    }
  }
  if (found.size === 0) throw new Error(`no notice in ${folder}`);
  return [...found];
}

function plain(comment: string): string {
  const lines = comment.replace(/^\/\*|\*\/$/g, "").split("\n");
  return lines
    .map((line) => line.replace(/^\s*(?:\/\/+|\*)? ?/, "").trimEnd())
    .join("\n")
    .trim();
}

function textsOf(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const path = relative(root, join(folder, name)).replaceAll("\\", "/");
      return `${path.includes("/") ? `${path}:\n\n` : ""}${readFileSync(join(folder, name), "utf8").trim()}`;
    });
}

/** The folder and those above it, up to the root. */
function upTo(root: string, folder: string): string[] {
  const folders = [root];
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) folders.push(at);
  return folders;
}

function section(title: string, texts: string[]): string {
  return `${RULE}\n${title}\n${RULE}\n\n${texts.join("\n\n")}\n`;
}
