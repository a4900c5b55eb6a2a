import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A process a file: WebAssembly memory and signal handlers of one test never reach another.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What a test spawns must not depend on the terminal that started it.
    env: { NO_COLOR: "1" },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/generated/**"],
      reporter: ["text", "json-summary", "lcovonly"],
    },
  },
});
