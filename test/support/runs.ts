/** How much the run at hand asks for: `npm test` is quick, `npm run test:long` takes its time. */
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Set by vitest.config.ts. */
    readonly long: boolean;
  }
}

/** The number of random cases: few in the quick run, all in the long one. For suites named `*.random.test.ts`, which are in both. */
export function runs(quick: number, long: number): number {
  return inject("long") ? long : quick;
}
