// Writes what every new rule, importer, report, code and verb begins with, so that it compiles and passes its test at once.
//   npm run new                                    what there is
//   npm run new -- rule risk risk-reviewed --subject system --control iso42001:6.1.2
// Nothing is written, and the exit code is 2, where a name is taken or a place for an entry is not found.
import { scaffoldFor, usage } from "./new/kinds.js";
import { Refusal, writeScaffold } from "./new/scaffold.js";
import { root } from "./project.js";

const args = process.argv.slice(2);

if (args.length === 0 || args.includes("--help")) console.log(usage);
else {
  try {
    const scaffold = scaffoldFor(root, args);
    await writeScaffold(root, scaffold);
    for (const path of Object.keys(scaffold.made)) console.log(`new      ${path}`);
    for (const path of Object.keys(scaffold.changed ?? {})) console.log(`changed  ${path}`);
    console.log(`\n${scaffold.next.map((step, index) => `${String(index + 1)}. ${step}`).join("\n")}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`${error.message} Nothing is written.`);
    process.exitCode = 2;
  }
}
