import { describe, expect, test } from "vitest";
import { labelOf } from "../../src/assessment/control-reference.js";
import { namedShippedCatalogs } from "../../src/workspace/shipped.js";
import { wrongLabels } from "../../src/workspace/wrong-labels.js";
import { catalogControls } from "../../src/oscal/resolved-profile.js";
import { WrongLabels } from "../../src/oscal/wrong-labels.js";

const labels = wrongLabels();
const title = (framework: string, id: string, called: string): string | undefined =>
  labels.labelled(framework, id, called)?.title;
const controls = [...namedShippedCatalogs()].map(([name, catalog]) => ({
  name,
  controls: [...catalogControls(catalog)].map(({ control }) => control),
}));

describe("a wrong title", () => {
  test("is answered with the control, the title of the catalog and where it is seen", () => {
    expect(labels.labelled("iso42001", "A.9.2", "data transfer to suppliers")).toEqual({
      kind: "label",
      control: "iso42001:A.9.2",
      label: "Data transfer to suppliers",
      title: "Processes for responsible use of AI systems",
      seen: ["google/cybernetic-agent-governance-engine 2889b955"],
    });
  });

  test.each([
    ["7.4", "Model evaluation"],
    ["7.4", "7.4 MODEL EVALUATION"],
    ["7.4", "Evaluating models"],
    ["8.2", "Data quality"],
    ["8.2", "Quality of data for AI"],
    ["A.6.2.2", "AI system design & development"],
    ["A.6.2.4", "Fairness"],
    ["A.6.2.4", "Fairness testing"],
    ["A.6.2.7", "Privacy of AI systems"],
    ["A.7.5", "Cryptography"],
    ["A.8.4", "Runtime / operational controls"],
    ["A.9.2", "Data transfer"],
    ["A.9.2", "A.9.2: Transfer of data to a supplier"],
    ["A.9.2", "Human oversight"],
    ["A.9.3", "Accountability"],
  ])("%s %j is found in near wording", (id, called) => {
    expect(title("iso42001", id, called)).toEqual(expect.any(String));
  });

  test.each([
    "A.9.2",
    "a.9.2",
    "A 9.2",
    "A9.2",
    "a-9-2",
    "Annex A.9.2",
    "iso42001:A.9.2",
    "a.9.2_smt",
    "ISO 42001 A.9.2",
  ])("is found whatever the id looks like: %s", (id) => {
    expect(title("iso42001", id, "Data transfer")).toBe("Processes for responsible use of AI systems");
  });

  test.each(["cl.7.4", "Clause 7.4", "7.4_smt"])("of a clause, too: %s", (id) => {
    expect(title("iso42001", id, "Model evaluation")).toBe("Communication");
  });

  test.each(["ISO/IEC 42001:2023", "iso-42001", "ISO 42001"])(
    "is found however the framework is written: %s",
    (name) => {
      expect(title(name, "7.4", "Model evaluation")).toBe("Communication");
    },
  );
});

describe("nothing is said of", () => {
  test.each(controls)("the titles of $name", ({ controls: all }) => {
    expect(all.length).toBeGreaterThan(69);
    const wrong = all.filter(
      (control) =>
        title("iso42001", labelOf(control), control.title) !== undefined ||
        title("iso42001", control.id, `${labelOf(control)} ${control.title}`) !== undefined,
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["7.4", "Internal and external communication"],
    ["7.4", "Communicating the evaluation of models"],
    ["8.2", "Assessing AI risks"],
    ["8.2", "Risk assessment of data quality"],
    ["A.6.2.2", "Requirements for design and development"],
    ["A.6.2.4", "Verification and validation, fairness included"],
    ["A.6.2.7", "Technical documentation on privacy"],
    ["A.7.5", "Provenance of data"],
    ["A.8.4", "Incident communication"],
    ["A.9.2", "Responsible use and human oversight"],
    ["A.9.3", "Objectives: accountability and fairness"],
    ["A.9.2", "Something that nobody wrote down"],
    ["A.9.2", ""],
  ])("%s %j, which is right, near to it, or not in the list", (id, called) => {
    expect(title("iso42001", id, called)).toBeUndefined();
  });

  test("the same label of another framework, and another control with the title", () => {
    expect(title("iso27001", "A.8.4", "Runtime operational controls")).toBeUndefined();
    expect(title("iso42001", "A.8.2", "Data quality")).toBeUndefined();
    expect(title("iso42001", "A.7.4", "Quality of data for AI systems")).toBeUndefined();
    expect(title("iso42001", "A.10.3", "Data transfer to suppliers")).toBeUndefined();
  });

  test("a control whose right title is not known", () => {
    const list = { framework: "iso42001", id: "7.4", label: "Model evaluation", seen: [] };
    const unsure = new WrongLabels({ labels: [list], absent: [], statements: [] }, () => undefined);
    expect(unsure.labelled("iso42001", "7.4", "Model evaluation")).toBeUndefined();
  });
});

describe("an id that no control has", () => {
  test("is answered with the reason", () => {
    expect(labels.absent("iso42001", "a.11")).toEqual({
      kind: "absent",
      control: "iso42001:A.11",
      why: "The last area of Annex A is A.10.",
      seen: ["bluewave-labs/verifywise"],
    });
  });

  test.each(["A.11", "A.11.2", "A.7.1", "A.10.1", "A.6.2.1", "4.4.1", "4.5", "4.7.5"])("%s", (id) => {
    expect(labels.absent("iso42001", id)?.control).toBe(`iso42001:${id}`);
  });

  test("is none of a framework that has it, nor one that nobody uses", () => {
    expect(labels.absent("iso27001", "A.7.1")).toBeUndefined();
    expect(labels.absent("iso42001", "A.12")).toBeUndefined();
  });

  test("is none of the shipped catalog", () => {
    const all = controls.find(({ name }) => name === "iso-42001")?.controls ?? [];
    expect(
      all.flatMap((control) => [labelOf(control), control.id]).filter((id) => labels.absent("iso42001", id)),
    ).toEqual([]);
  });
});

describe("what somebody asks about", () => {
  test.each([
    ["7.4 model evaluation", "label"],
    ["iso42001:A.9.2 data transfer", "label"],
    ["Clause 7.4 - Model evaluation", "label"],
    ["A.11", "absent"],
    ["iso42001:A.11", "absent"],
    ["A.7.1 Resources for data", "absent"],
    ["4.4.1", "absent"],
    ["22 controls", "statement"],
    ["the 23 controls of Annex A", "statement"],
    ["AI RMF 2.0", "statement"],
  ])("%s", (text, kind) => {
    expect(labels.among(text)?.kind).toBe(kind);
  });

  test.each([
    "38 controls",
    "7.4",
    "A.9.2 Processes for responsible use",
    "iso27001:A.8.4 Runtime operational controls",
    "",
  ])("nothing is wrong with %j", (text) => {
    expect(labels.among(text)).toBeUndefined();
  });
});
