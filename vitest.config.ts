import { defineConfig } from "vitest/config";

// `vitest run` is the quick run, `vitest run --mode long` the long one; CONTRIBUTING says which suite is in which.
export default defineConfig(({ mode }) => ({
  test: {
    ...(mode === "long"
      ? { include: ["test/**/*.{long,random}.test.ts"] }
      : { include: ["test/**/*.test.ts"], exclude: ["test/**/*.long.test.ts"] }),
    provide: { long: mode === "long" },
    // A process a file: WebAssembly memory and signal handlers of one test never reach another.
    pool: "forks",
    maxWorkers: 2,
    // Optimizing the Rego compiler costs V8 three times what compiling a few rules does, and changes no result.
    execArgv: ["--liftoff-only"],
    // Only what hangs reaches these limits, however slow the machine is.
    testTimeout: mode === "long" ? 600_000 : 120_000,
    hookTimeout: mode === "long" ? 600_000 : 120_000,
    // What a test spawns must not depend on the terminal that started it.
    env: { NO_COLOR: "1" },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/generated/**"],
      reporter: ["text", "json-summary", "lcovonly"],
    },
  },
}));
