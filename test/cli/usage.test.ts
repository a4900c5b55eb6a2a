import { describe, expect, it } from "vitest";
import { aimsHere } from "../support/program.js";
import { projectRoot } from "../support/project.js";

describe("a command line that cannot be understood says what was meant, or where help is", () => {
  it.each<[string[], string]>([
    [["version"], '"version" is not a verb. Did you mean "--version"?'],
    [["hlep"], '"hlep" is not a verb. Did you mean "help"?'],
    [["--verison"], '"--verison" is not an option of aims itself. Did you mean "--version"?'],
    [
      ["--strict", "x"],
      '"--strict" is not an option of aims itself. Options stand behind the verb; "aims --help" shows the verbs.',
    ],
    [["oscal", "valdate"], '"oscal valdate" is not a verb. Did you mean "validate"?'],
    [["validate", "--profil=x"], 'there is no option "--profil". Did you mean "--profile"?'],
    [["validate", "-z"], 'there is no option "-z". "aims validate --help" shows how it is called.'],
    [["validate", "--profile"], '--profile <name|path> has no value. "aims validate --help" shows how it is called.'],
    [["oscal", "diff", "a"], '<b> is missing. "aims oscal diff --help" shows how it is called.'],
    [["oscal", "convert", "a", "--to", "jsn"], '--to jsn: "jsn" is not known here. Did you mean "json"?'],
    [["oscal", "convert", "a", "--to", "yml"], '--to yml: "yml" is not known here. Did you mean "yaml"?'],
    [["oscal", "new", "--to", "pdf", "catalog"], '--to pdf: "pdf" is not known here. Known: json, yaml, xml.'],
    [
      ["validate", "a", "b"],
      '"b" is one too many: "aims validate" takes at most 1 argument. "aims validate --help" shows how it is called.',
    ],
    [["as\u001bsess"], '"as\uFFFDsess" is not a verb. Did you mean "assess"?'],
  ])("aims %j", async (args, words) => {
    expect(await aimsHere(args, projectRoot)).toEqual({ code: 2, stdout: "", stderr: `aims: ${words}\n` });
  });
});
