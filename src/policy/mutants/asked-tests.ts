import { by } from "../../foundation/order.js";
import type { InspectedModule, RegoSources } from "../compiler/protocol.js";
import { isTest } from "../packages.js";
import { ModuleReads, readsOf } from "../rules/needed-modules.js";
import type { AskedTest } from "./job.js";

/** Rules whose tests are asked about a library, where its own tests notice nothing. */
const MOST_READERS = 12;

/** Files of tests that are compiled at a time: hundreds read a library, and few of them notice what is changed in one of its files. */
const MOST_TESTERS = 12;

/** Tests, by the modules about which they are asked. */
export class AskedTests {
  readonly #sources: RegoSources;
  readonly #reads: ModuleReads<InspectedModule>;
  readonly #testers: readonly InspectedModule[];
  /** By the path of a file of tests: all that it needs. */
  readonly #needed: ReadonlyMap<string, ReadonlySet<InspectedModule>>;

  constructor(sources: RegoSources, modules: readonly InspectedModule[]) {
    this.#sources = sources;
    this.#reads = new ModuleReads(modules);
    this.#testers = modules.filter((each) => isTest({ name: each.path }) && testsOf(each).length > 0);
    this.#needed = new Map(this.#testers.map(({ path }) => [path, new Set(this.#reads.needed([path]))]));
  }

  /** The tests that read the package of a module, some at a time, and then those of rules that use it. */
  about(module: InspectedModule): readonly (readonly AskedTest[])[] {
    const own = this.#testers.filter((each) => readsOf(each, module));
    const users = this.#testers.filter(
      (each) => !own.includes(each) && this.#needed.get(each.path)?.has(module) === true,
    );
    const nearestOwn = this.#nearestFirst(own, module);
    const rounds = Array.from({ length: Math.ceil(own.length / MOST_TESTERS) }, (_, i) =>
      nearestOwn.slice(i * MOST_TESTERS, (i + 1) * MOST_TESTERS),
    );
    return [...rounds, this.#nearestFirst(users, module).slice(0, MOST_READERS)]
      .map((round) => round.flatMap(testsOf))
      .filter((round) => round.length > 0);
  }

  /** The texts of a module, of tests about it, and of all that they read. */
  read(module: InspectedModule, tests: readonly AskedTest[]): RegoSources {
    const packages = new Set(tests.map((test) => test.package));
    const testers = this.#testers.filter((each) => packages.has(each.package)).map(({ path }) => path);
    const needed = this.#reads.needed([module.path, ...testers]);
    return Object.fromEntries(needed.map(({ path }) => [path, this.#sources[path] ?? ""]));
  }

  /**
   * Files of tests by what they, and the rules that they are about, name of a module: a name that few of them have counts for more than one
   * that many have.
   */
  #nearestFirst(testers: readonly InspectedModule[], module: InspectedModule): readonly InspectedModule[] {
    const library = module.package.slice(module.package.lastIndexOf(".") + 1);
    const declared = module.rules.map(({ name }) => `${library}.${name}`);
    const named = testers.map((tester) => {
      const others = this.#reads.directly(tester).filter((each) => each.package !== module.package);
      const texts = [tester, ...others.filter((each) => !isTest({ name: each.path }))].map(
        ({ path }) => this.#sources[path] ?? "",
      );
      return { tester, names: declared.filter((name) => texts.some((text) => text.includes(name))) };
    });
    const having = (name: string): number => named.filter(({ names }) => names.includes(name)).length;
    const weights = new Map(declared.map((name) => [name, 1 / having(name)]));
    const weightOf = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
    return named
      .map(({ tester, names }) => ({ tester, weight: weightOf(names) }))
      .sort((a, b) => b.weight - a.weight || by(({ path }: InspectedModule) => path)(a.tester, b.tester))
      .map(({ tester }) => tester);
  }
}

function testsOf({ package: path, rules }: InspectedModule): readonly AskedTest[] {
  return rules.filter(({ name }) => name.startsWith("test_")).map(({ name }) => ({ package: path, name }));
}
