// The commands of `aims oscal` over documents, folders, other spellings and spoiled ones.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { oscalModels } from "../../src/oscal/model.js";
import { filesIn, type Command } from "./sides.js";

const FORMATS = ["json", "xml", "yaml"] as const;
const MOMENT = ["--as-of", "2026-01-01T00:00:00Z"];
const DAY = ["--as-of", "2026-01-01"];

/** Every report of a verb: the one to standard error, and a file for each of the others. */
const reports = (...formats: string[]): string[] => [
  "--output",
  "text",
  ...formats.flatMap((format) => ["--output", `${format}={out}/report.${format}`]),
];
const PROBLEMS = reports("github", "gitlab", "json", "junit", "markdown", "sarif");

/** @param inputs the folder of all inputs, for the names of the documents in it */
export function oscalCommands(inputs: string): Command[] {
  const documents = ["oscal/content", "oscal/minimal-chain", "cases/oscal", "shipped"].flatMap((folder) =>
    filesOf(inputs, folder, /\.(json|xml|ya?ml)$/),
  );
  return [
    ...documents.flatMap(ofDocument),
    ...[
      "oscal/resolution",
      "oscal/minimal-chain",
      "cases/oscal",
      "cases/oscal/folder-with-other-files",
      "shipped",
    ].flatMap(ofFolder),
    ...ofOtherSpellings(),
    ...resolutions(inputs),
    ...comparisons(),
    ...origins(),
    ...oscalModels.flatMap((model) =>
      FORMATS.map((format) => oscal("new", model, "--to", format, "--title", "A *title*", ...MOMENT)),
    ),
    ...refusals(),
  ];
}

function oscal(...args: string[]): Command {
  return { args: ["oscal", ...args] };
}

function filesOf(inputs: string, folder: string, ending: RegExp): string[] {
  if (!existsSync(join(inputs, folder))) return [];
  return filesIn(join(inputs, folder))
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path));
}

function ofDocument(document: string): Command[] {
  return [
    oscal("validate", document, ...DAY, ...PROBLEMS),
    oscal("info", document, ...reports("json")),
    ...FORMATS.map((format) => oscal("convert", document, "--to", format, "-o", `{out}/document.${format}`)),
  ];
}

function ofFolder(folder: string): Command[] {
  return [
    oscal("validate", folder, ...DAY, ...PROBLEMS),
    oscal("validate", folder, ...DAY, "--follow", "--strict", ...PROBLEMS),
    oscal("validate", folder, "--no-constraints"),
    oscal("info", folder, ...reports("json")),
    ...FORMATS.flatMap((format) => [
      oscal("convert", folder, "--to", format, "-o", "{out}/written", ...PROBLEMS),
      oscal("convert", folder, "--from", format, "--to", "json", "--lossy", "-o", "{out}/written"),
    ]),
  ];
}

function ofOtherSpellings(): Command[] {
  const catalog = "made/yaml/sp800-53-rev5-v1.0.0/json/NIST_SP-800-53_rev5_catalog-min.yaml";
  return [
    ...ofDocument(catalog),
    ...ofFolder("made/yaml"),
    ...FORMATS.flatMap((format) => ofFolder(`made/variants/${format}`)),
    ...FORMATS.flatMap((format) => ofFolder(`made/spoiled/${format}`)),
    ...FORMATS.flatMap((format) => {
      const document = `made/variants/${format}/catalog.${format}`;
      return [
        { ...oscal("validate", "-", ...PROBLEMS), stdin: document },
        { ...oscal("convert", "-", "--from", format, "--to", "json"), stdin: document },
        { ...oscal("convert", "-", "--to", "xml"), stdin: document },
        { ...oscal("convert", "-", "--to", "yaml"), stdin: `made/spoiled/${format}/ssp-3.${format}` },
      ];
    }),
  ];
}

function resolutions(inputs: string): Command[] {
  const profiles = [
    ...filesOf(inputs, "oscal/resolution", /^(?!.*(catalogs|output-expected)).*\.xml$/),
    ...filesOf(inputs, "oscal", /_profile\.(json|xml)$/).filter((path) => !path.startsWith("oscal/resolution")),
    ...filesOf(inputs, "cases/oscal", /profile.*\.json$/),
    ...filesOf(inputs, "shipped/profiles", /\.json$/),
    "oscal/minimal-chain/profile.json",
  ];
  return [
    ...profiles.flatMap((profile) => [
      oscal("resolve", profile, ...MOMENT, "-o", "{out}/resolved.xml", ...PROBLEMS),
      oscal("resolve", profile, ...MOMENT, "--to", "json"),
    ]),
    ...filesOf(inputs, "shipped/profiles", /\.json$/).map((path) =>
      oscal("resolve", basename(path, ".json"), ...MOMENT, "--to", "yaml"),
    ),
    oscal("resolve", "cases/oscal/profile-https-import.json", ...MOMENT, "--map", "https://=cases/oscal/"),
    oscal("resolve", "made/variants/yaml/profile.yaml", ...MOMENT),
    oscal("resolve", "made/variants/xml/profile.xml", ...MOMENT, "--to", "xml"),
  ];
}

function comparisons(): Command[] {
  const content = "oscal/content";
  const resolved = "NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json";
  const pairs = [
    [`${content}/sp800-53-rev5-v1.0.0/json/${resolved}`, `${content}/sp800-53-rev5-v1.3.0/json/${resolved}`],
    [
      `${content}/sp800-53-rev5-v1.0.0/json/NIST_SP-800-53_rev5_catalog-min.json`,
      `${content}/sp800-53-rev5-v1.0.0/xml/NIST_SP-800-53_rev5_catalog.xml`,
    ],
    [`${content}/examples/ssp/json/ssp-example.json`, `${content}/examples/ssp/xml/ssp-example.xml`],
    [`${content}/examples/ssp/json/ssp-example.json`, "oscal/minimal-chain/ssp.json"],
    [`${content}/mappings-bsi/ISO27001-AnnexA-to-GS++-mapping_collection.json`, "oscal/minimal-chain/mapping.json"],
    ["cases/oscal/diff-own-conversion.json", "cases/oscal/catalog.json"],
    ["oscal/minimal-chain/ap.json", "oscal/minimal-chain/ar.json"],
    ["shipped/profiles/iso-42001-provider.json", "shipped/profiles/iso-42001-customer.json"],
    ["oscal/minimal-chain/catalog.json", "made/variants/yaml/catalog.yaml"],
    ["oscal/minimal-chain/poam.json", "made/variants/xml/variant-0/poam.xml"],
    ["oscal/minimal-chain/poam.json", "oscal/minimal-chain/not-there.json"],
  ];
  return pairs.flatMap(([one = "", other = ""]) => [
    oscal("diff", one, other, ...reports("json", "markdown")),
    oscal("diff", other, one, "--ignore-metadata", "--limit", "7"),
  ]);
}

function origins(): Command[] {
  const moderate = "oscal/content/sp800-53-rev5-v1.0.0/json/NIST_SP-800-53_rev5_MODERATE-baseline_profile.json";
  const asked: [profile: string, id: string][] = [
    [moderate, "ac-2"],
    [moderate, "ac-2.13"],
    [moderate, "ac-2_prm_1"],
    [moderate, "AC-2(1)"],
    [moderate, "ac-99"],
    [moderate, "/catalog/groups/0/controls/0"],
    ["us-federal-high-impact", "impact-assessment-max-age"],
    ["us-federal-high-impact", "A.5.2"],
    ["eu-deployer", "log-retention-days"],
    ["iso-42001-starter", "A.10.3"],
    ["oscal/resolution/requirement-tests/req-chained-deepA.xml", "a1"],
    ["oscal/minimal-chain/profile.json", "assessor"],
  ];
  return asked.map(([profile, id]) => oscal("why", profile, id, ...reports("json")));
}

function refusals(): Command[] {
  const catalog = "oscal/minimal-chain/catalog.json";
  return [
    oscal(),
    oscal("validate"),
    oscal("validate", "not-there.json", "nor-this.xml"),
    oscal("validate", catalog, "--disable", "no-such-rule"),
    oscal("validate", catalog, "--output", "pdf"),
    oscal("validate", catalog, "--suppressions", "not-there.yaml"),
    oscal("validate", "-", "-"),
    oscal("convert", catalog),
    oscal("convert", catalog, "--to", "toml"),
    oscal("convert", catalog, "-o", catalog),
    oscal("resolve", catalog, ...MOMENT),
    oscal("resolve", "no-such-profile", ...MOMENT),
    oscal("resolve", "oscal/minimal-chain/profile.json", "--as-of", "yesterday"),
    oscal("diff", catalog),
    oscal("info", "samples"),
    oscal("new", "catalogue"),
    oscal("why", "iso-42001-full", "no-such-thing"),
    oscal("validat", catalog),
  ];
}
