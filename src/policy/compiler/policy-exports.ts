import { compileModule, webAssembly } from "../evaluate/web-assembly.js";

/** The names that a compiled policy offers and needs. Both lists are sorted. */
export interface PolicyExports {
  readonly entrypoints: readonly string[];
  readonly requiredBuiltins: readonly string[];
}

interface PolicyModule {
  readonly entrypoints: () => number;
  readonly builtins: () => number;
  readonly opa_json_dump: (value: number) => number;
}

/** Room for the static data of a policy with very many rules; the system gives memory only where it is touched. */
const INITIAL_PAGES = 1024;

/** Asks a compiled policy for its entrypoints and for the builtins that it wants from its host. */
export function policyExports(wasm: Uint8Array<ArrayBuffer>): PolicyExports {
  const memory = new webAssembly.Memory({ initial: INITIAL_PAGES, maximum: 65_536 });
  const refuse = (): never => {
    throw new Error("the policy called its host while it was asked about itself");
  };
  const calls = [
    "opa_abort",
    "opa_println",
    "opa_builtin0",
    "opa_builtin1",
    "opa_builtin2",
    "opa_builtin3",
    "opa_builtin4",
  ];
  const env: Record<string, unknown> = { memory };
  for (const name of calls) env[name] = refuse;
  const { exports } = new webAssembly.Instance(compileModule(wasm), { env });
  const policy = exports as unknown as PolicyModule;
  const keysOf = (value: number): readonly string[] => {
    // Before the buffer is taken: a dump that needs more memory than there is leaves the old buffer detached.
    const address = policy.opa_json_dump(value);
    const bytes = new Uint8Array(memory.buffer, address);
    const text = new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
    return Object.keys(JSON.parse(text) as Record<string, number>).sort();
  };
  return { entrypoints: keysOf(policy.entrypoints()), requiredBuiltins: keysOf(policy.builtins()) };
}
