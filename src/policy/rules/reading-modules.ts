import type { RegoSources } from "../compiler/protocol.js";
import { loadRegoCompiler, runFor } from "../compiler/rego-compiler.js";
import type { ReadingModule } from "./needed-modules.js";

/** What each module reads, in the order of their paths; modules that cannot be parsed are left out. */
export async function readingModules(sources: RegoSources): Promise<readonly ReadingModule[]> {
  if (Object.keys(sources).length === 0) return [];
  const { modules } = (await loadRegoCompiler(runFor(sources))).inspect({ modules: sources });
  return modules.map(({ path, package: name, reads }) => ({ path, package: name, reads }));
}
