import { describe, expect, it } from "vitest";
import { checkRules } from "../../src/policy/compile.js";
import { mergeRuleData, type RuleData } from "../../src/policy/rule-data.js";
import { readJson } from "../../src/source/json.js";

/** METADATA of a rule, with further keys under custom. */
function metadata(id: string, ...custom: readonly string[]): string {
  const keys = [
    `id: ${id}`,
    "controls: [iso42001:A.4.2]",
    "subject: system",
    "severity: low",
    "remediation: Do it.",
    ...custom,
  ];
  return `# METADATA\n# title: A rule\n# description: Something is so.\n# custom:\n${keys.map((key) => `#   ${key}\n`).join("")}`;
}

function data(value: unknown, ...below: readonly string[]): RuleData {
  const { document } = readJson(JSON.stringify(value), "/ws/rules/data.json");
  const merged = document && mergeRuleData([{ name: "rules/data.json", below, document }]);
  if (merged?.value === undefined) throw new Error("not data");
  return merged.value;
}

async function told(sources: Readonly<Record<string, string>>, given?: RuleData): Promise<string[]> {
  const { diagnostics } = await checkRules(sources, given === undefined ? {} : { data: given });
  return diagnostics.map(
    ({ severity, code, message, file, line = 0, column = 0 }) =>
      `${file ?? ""}:${String(line)}:${String(column)} ${severity} ${code}: ${message}`,
  );
}

const observed = 'observed contains {"message": "So.", "at": "/system"}';

describe("references of rules", () => {
  const rule = `${metadata("regional")}package aims.rules.regional\n\n${observed} if data.regions.eu\n`;

  it("may lead to data beside the rules, to packages and to the host's documents", async () => {
    expect(await told({ "rules/r.rego": rule }, data({ eu: true }, "regions"))).toEqual([]);
  });

  it("may lead to the tables of aims, which no other data can add to, and only to what these have", async () => {
    const { document } = readJson('{"days": 15}', "/aims/rules/reference/law/data.json");
    const table = document && { name: "rules/reference/law/data.json", below: ["reference", "law"], document };
    if (table === undefined) throw new Error("not JSON");
    const { value } = mergeRuleData([{ ...table, shipped: true }]);
    const reads = (path: string): Record<string, string> => ({ "rules/r.rego": rule.replace("data.regions.eu", path) });
    expect(await told(reads("data.reference.law.days == 15"), value)).toEqual([]);
    expect(await told(reads("data.reference.law.day == 15"), value)).toEqual([
      expect.stringMatching(/error undefined-data-key: The reference data\.reference\.law\.day leads nowhere/),
    ]);
    const own = mergeRuleData([{ ...table, shipped: true }, table]);
    expect(own.problems.map(({ code, message }) => [code, message])).toEqual([
      ["data-conflict", '"data.reference" belongs to aims: no data file can add to it.'],
    ]);
  });

  it("must lead somewhere", async () => {
    expect(await told({ "rules/r.rego": rule })).toEqual([
      "rules/r.rego:12:58 error undefined-reference: The reference data.regions leads nowhere: no package, no data file and no document of aims has this name.",
    ]);
  });

  it("are told where the data does not have a constant key", async () => {
    expect(await told({ "rules/r.rego": rule }, data({ regions: { us: true } }))).toEqual([
      'rules/r.rego:12:58 error undefined-data-key: The reference data.regions.eu leads nowhere: the data files have no "eu" in data.regions.',
    ]);
  });

  it("are corrected where the data has a key that looks like it", async () => {
    const misspelt = rule.replace("data.regions.eu", "data.hosting.baned");
    const { diagnostics } = await checkRules({ "rules/r.rego": misspelt }, { data: data({ hosting: { banned: [] } }) });
    expect(diagnostics.map(({ severity, message, fix }) => [severity, message, fix])).toEqual([
      [
        "error",
        'The reference data.hosting.baned leads nowhere: the data files have no "baned" in data.hosting; did you mean data.hosting.banned?',
        "Correct the key, add it to the data file (an empty list or object where there is nothing), or read it with object.get where it may be absent.",
      ],
    ]);
  });

  it.each(['object.get(data.regions, "eu", true)', "data.regions[input.system.id]"])(
    "may lead to a key that is absent where it is read as one: %s",
    async (read) => {
      expect(await told({ "rules/r.rego": rule.replace("data.regions.eu", read) }, data({ regions: {} }))).toEqual([]);
    },
  );
});

describe("data and packages", () => {
  const library = "package team.lib\n\nlimit := 3\n";

  it("may lie side by side", async () => {
    expect(await told({ "rules/lib.rego": library }, data({ team: { lib: { names: [1] } } }))).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{ team: { lib: { limit: 4 } } }, 'column 17 "data.team.lib.limit" is declared by the package "team.lib"'],
    [{ team: { lib: 4 } }, 'column 10 "data.team.lib" is declared by the package "team.lib"'],
    [{ team: 4 }, 'column 2 "data.team" is declared by the package "team.lib"'],
  ])("do not give one document: %j", async (value, words) => {
    const { diagnostics } = await checkRules({ "rules/lib.rego": library }, { data: data(value) });
    expect(diagnostics.map(({ code, column, message }) => `${code} column ${String(column)} ${message}`)).toEqual([
      `data-conflict ${words}: a data file cannot give it, too.`,
    ]);
  });

  it("leave the package of a rule alone", async () => {
    const rule = `${metadata("mine")}package team.mine\n\n${observed}\n`;
    expect(await told({ "rules/r.rego": rule }, data({ extra: 1 }, "team", "mine"))).toEqual([
      '/ws/rules/data.json:1:1 error data-conflict: "data.team.mine" is declared by the package "team.mine": a data file cannot give it, too.',
    ]);
  });
});

describe("packages that nobody asks", () => {
  it("are named, those of Conftest with how to make them rules", async () => {
    const sources = {
      "rules/a.rego": "package main\n\ndeny_root contains msg if msg := input.x\n",
      "rules/b.rego": "package main\n\nwarn contains msg if msg := input.x\n",
      "rules/c.rego": `package team.checks\n\n${observed}\n`,
    };
    const { diagnostics } = await checkRules(sources);
    expect(diagnostics.map(({ severity, code, message, file, line }) => [severity, code, message, file, line])).toEqual(
      [
        [
          "warning",
          "package-unheard",
          'The package "main" declares deny_root and warn, but is not a rule: nothing asks it.',
          "rules/a.rego",
          3,
        ],
        [
          "warning",
          "package-unheard",
          'The package "team.checks" declares observed, but is not a rule: nothing asks it.',
          "rules/c.rego",
          3,
        ],
      ],
    );
    expect(diagnostics.map(({ fix }) => fix?.includes("style: conftest"))).toEqual([true, false]);
  });

  it("are not libraries, which a rule reads, nor functions, nor what ships with aims", async () => {
    const sources = {
      "rules/lib.rego": "package main\n\ndeny contains msg if msg := input.x\n",
      "rules/f.rego": "package team.f\n\nwarn(x) := x\n",
      "rules/r.rego": `${metadata("asks")}package aims.rules.asks\n\nimport data.main\n\nobserved contains {"message": msg, "at": "/system"} if some msg in main.deny\n`,
      "aims-as-code/rules/x.rego": "package other\n\nviolation contains 1\n",
    };
    expect(await told(sources)).toEqual([]);
  });

  it("are named also where a library reads something else of them", async () => {
    const sources = {
      "rules/main.rego": 'package team.main\n\ndeny contains "no"\n\nname := "n"\n',
      "rules/lib.rego": "package team.lib\n\nn := data.team.main.name\n",
    };
    expect(await told(sources)).toEqual([
      'rules/main.rego:3:1 warning package-unheard: The package "team.main" declares deny, but is not a rule: nothing asks it.',
    ]);
  });
});

describe("names that are almost those by which a rule is asked", () => {
  const lost = (name: string): string =>
    `The rule collects findings in "${name}", which aims does not ask for and nothing in the package reads: they would be lost.`;
  const other = (name: string): string => `The rule declares "${name}", which aims does not ask for.`;
  const renamed = (guess: string): string => `Did you mean "${guess}"? Otherwise choose a name that is not so near.`;
  it.each([
    [
      "",
      "violations contains msg if msg := input.x",
      "error",
      lost("violations"),
      'Did you mean "violation"? Otherwise remove it.',
    ],
    [
      "",
      "deny contains msg if msg := input.x",
      "error",
      lost("deny"),
      'Did you mean "violation"? Otherwise remove it. A policy of Conftest says custom.style: conftest in its METADATA.',
    ],
    [
      "",
      'violations contains msg if msg := input.x\n\nviolation contains {"message": m, "at": ""} if some m in violations',
      "warning",
      other("violations"),
      renamed("violation"),
    ],
    ["", "aplicable if input.system.id", "warning", other("aplicable"), renamed("applicable")],
    [
      "style: conftest",
      "denny contains msg if msg := input.x",
      "error",
      lost("denny"),
      'Did you mean "deny"? Otherwise remove it.',
    ],
  ])("are named: %s %s", async (style, line, severity, message, fix) => {
    const said =
      style === "" ? `observed contains {"message": "m", "at": "/system"}` : "warn contains msg if msg := input.y";
    const text = `${metadata("near", ...(style === "" ? [] : [style]))}package aims.rules.near\n\n${said}\n\n${line}\n`;
    const { diagnostics } = await checkRules({ "rules/near.rego": text });
    const named = diagnostics.filter(({ code }) => code === "rule-name" || code === "rule-set-unread");
    expect(named.map((each) => [each.severity, each.message, each.fix])).toEqual([[severity, message, fix]]);
  });

  it("are no warnings for what is no set and for what is not near", async () => {
    const lines = "stage := input.system.lifecycle.stage\n\nunits contains input.system.unit\n\nviolations(x) := x\n";
    const text = `${metadata("far")}package aims.rules.far\n\nobserved contains {"message": "m", "at": "/system"}\n\n${lines}`;
    expect(await told({ "rules/far.rego": text })).toEqual([]);
  });
});

describe("a rule in the style of Conftest", () => {
  it("declares what all files of its package declare", async () => {
    const sources = {
      "rules/a.rego": `${metadata("denies", "style: conftest", "parameters: [limit]")}package main\n\ndeny contains "No." if input.system.id == "x"\n`,
      "rules/b.rego": 'package main\n\nwarn_soon contains {"msg": "Soon."} if data.params.limit > 1\n',
    };
    const { rules, diagnostics } = await checkRules(sources);
    expect(diagnostics).toEqual([]);
    expect(rules).toEqual([
      {
        id: "denies",
        package: "main",
        title: "A rule",
        description: "Something is so.",
        subject: "system",
        controls: ["iso42001:A.4.2"],
        severity: "low",
        remediation: "Do it.",
        parameters: ["limit"],
        declares: ["deny", "warn_soon"],
        style: "conftest",
        file: "rules/a.rego",
        row: 1,
      },
    ]);
  });

  it("has a known style, sets, and no exceptions", async () => {
    const sources = {
      "rules/a.rego": `${metadata("denies", "style: contest")}package main.a\n\ndeny contains "No."\n`,
      "rules/b.rego": `${metadata("values", "style: conftest")}package main.b\n\ndeny := "No." if input.system.id\n\nexception contains ["x"] if input.system.id\n`,
      "rules/c.rego": `${metadata("silent", "style: conftest")}package main.c\n\nallow if input.system.id\n`,
    };
    expect((await told(sources)).filter((each) => !each.includes("rego-"))).toEqual([
      'rules/a.rego:10:12 error rule-metadata: "contest" is not allowed for custom.style.',
      "rules/b.rego:13:1 error rule-item: deny is declared as a value, but has to be a set: write deny contains msg if ...",
      "rules/b.rego:15:1 warning conftest-exception: aims does not ask for exceptions of Conftest: what they exempt is denied all the same.",
      "rules/c.rego:1:1 error rule-without-sets: The package declares none of the sets by which a rule speaks.",
    ]);
  });
});

describe("METADATA that means a rule", () => {
  it("has an id also outside aims.rules", async () => {
    const rule = `${metadata("x").replace("#   id: x\n", "")}package team.rule\n\n${observed}\n`;
    expect(await told({ "rules/r.rego": rule })).toEqual([
      "rules/r.rego:4:3 error rule-metadata: The METADATA has no id of lower-case letters, digits and hyphens under custom.",
    ]);
  });
});

describe("Rego from before OPA 1.0", () => {
  it("is one error a file, with the command that converts it", async () => {
    const { diagnostics } = await checkRules({
      "rules/a.rego": "package a\n\np[x] {\n\tx := 1\n}\n\nq[x] {\n\tx := 2\n}\n",
      "rules/b.rego": "package b\n\nallow { true }\n",
    });
    expect(diagnostics.map(({ code, file, line, fix }) => [code, file, line, fix])).toEqual([
      ["rego-v0", "rules/a.rego", 3, "Convert it: opa fmt --write --v0-v1 FILE."],
      ["rego-v0", "rules/b.rego", 3, "Convert it: opa fmt --write --v0-v1 FILE."],
    ]);
  });
});

describe("places of items", () => {
  const rule = (at: string): string =>
    `${metadata("placed")}package aims.rules.placed\n\nobserved contains {"message": "So.", "at": "${at}"} if input.asOf\n`;

  it.each([
    "/system",
    "/system/unit",
    "/system/roles/owner/person",
    "/system/models/0/name",
    "/system/labels/team",
    "/organization/name",
    "/evidence/0/path",
  ])("may be %s", async (at) => {
    expect(await told({ "rules/r.rego": rule(at) })).toEqual([]);
  });

  it.each([
    ["/sytem/unit", 'no input has "sytem"; did you mean "/system/unit"?'],
    ["/system/unt", 'no input has "unt" in /system; did you mean "/system/unit"?'],
    ["/system/roles/owner/age", 'no input has "age" in /system/roles/owner.'],
    ["/system/models/name", "/system/models is a list: its entries have numbers, such as /system/models/0."],
  ])("are warned of where they are %s", async (at, words) => {
    expect(await told({ "rules/r.rego": rule(at) })).toEqual([
      `rules/r.rego:12:45 warning rule-item-place: "at" is "${at}", and ${words}`,
    ]);
  });

  it("are those of the rule's subject, and not those of a comment", async () => {
    const ofOrganization = rule("/system").replace("subject: system", "subject: organization");
    expect(await told({ "rules/r.rego": `${ofOrganization}\n# {"at": "/nowhere"}\n` })).toEqual([
      'rules/r.rego:12:45 warning rule-item-place: "at" is "/system", and no input has "system"; did you mean "/systems"?',
    ]);
  });
});
