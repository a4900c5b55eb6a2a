import { describe, expect, it } from "vitest";
import { shippedProfiles } from "../../src/workspace/shipped.js";
import { catalog, profile, withValue } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

const text = (value: unknown): string => JSON.stringify(value, undefined, 2);

interface Listed {
  readonly name: string;
  readonly shipped: boolean;
  readonly used: boolean;
}

const bank = {
  "bank/aims.yaml": "profile: profiles/mine.json\n",
  "bank/organization.yaml": "kind: organization\nid: bank\nname: Bank\n",
  "bank/profiles/mine.json": text(withValue(profile(), "/profile/imports/0/href", "catalog.json")),
  "bank/profiles/catalog.json": text(catalog()),
  "bank/profiles/notes.yaml": "to: be read by people\n",
};

describe("aims profiles", () => {
  it("lists what ships, and the profiles of a workspace by the path that a command takes; catalogs and notes are none", async () => {
    const folder = temporaryFolder(bank);
    const { code, stdout, stderr } = await aimsHere(["profiles", "bank", "--output", "json"], folder);
    expect([code, stderr]).toEqual([0, ""]);
    const profiles = JSON.parse(stdout) as Listed[];
    expect(profiles.map(({ name }) => name)).toEqual([...shippedProfiles(), "bank/profiles/mine.json"]);
    expect(profiles.filter(({ shipped }) => !shipped)).toEqual([
      {
        name: "bank/profiles/mine.json",
        title: profile().profile.metadata.title,
        version: profile().profile.metadata.version,
        shipped: false,
        used: true,
        controls: 1,
        imports: ["catalog.json"],
      },
    ]);
    expect(profiles.filter(({ used }) => used).map(({ name }) => name)).toEqual(["bank/profiles/mine.json"]);
    expect(profiles[0]).toEqual({
      name: "eu-deployer",
      title: "EU AI Act, deployer of a high-risk AI system",
      version: "1.0.0",
      shipped: true,
      used: false,
      controls: 89,
      imports: ["aims:profile/iso-42001-customer", "aims:catalog/iso-42001", "aims:catalog/eu-ai-act"],
    });
  });

  it("marks in the table the one that aims.yaml names, and lists what ships where there is no workspace", async () => {
    const folder = temporaryFolder({ ...bank, "bank/aims.yaml": "profile: eu-deployer\n" });
    const { stdout } = await aimsHere(["profiles", "bank"], folder);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.startsWith("*"))).toEqual([
      expect.stringMatching(/^\* {2}eu-deployer +89 {2}1\.0\.0 +EU AI Act, deployer of a high-risk AI system/),
      "* named in aims.yaml",
    ]);
    const elsewhere = await aimsHere(["profiles"], folder);
    expect(elsewhere.stdout.split("\n")).toHaveLength(shippedProfiles().length + 2);
  });

  it("lists a profile that cannot be resolved without a number, and ends with 2 and the reason", async () => {
    const folder = temporaryFolder({ ...bank, "bank/profiles/catalog.json": "{}" });
    const { code, stdout, stderr } = await aimsHere(["profiles", "bank"], folder);
    expect([code, stdout]).toEqual([2, expect.stringMatching(/^\* {2}bank\/profiles\/mine\.json +\? /m)]);
    expect(stderr).toMatch(/^bank\/profiles\/catalog\.json:1:1: error oscal-no-model/);
    const none = await aimsHere(["profiles", "nowhere"], folder);
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toContain("error no-workspace");
  });
});
