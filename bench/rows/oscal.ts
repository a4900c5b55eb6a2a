// OSCAL documents: the SP 800-53 revision 5 catalog (JSON 1.7 MB, XML 2.1 MB), and its MODERATE profile.
import { catalogForLiboscal, jsonParse, liboscal, trestle } from "../peers.js";
import { aims, type Beside, type Row } from "../row.js";
import type { Stage } from "../stage.js";

/** The published catalog breaks constraints of 1.2.2 in 65 places, which aims and liboscal both report. */
const INVALID = { expect: [2] };

const unmeasurable = (stage: Stage): string | undefined => stage.missingShared();

/** The same document in JSON, as the floor of the one in YAML. */
const sameInJson: Beside = {
  name: "the same in JSON",
  kind: "floor",
  process: (stage, build) => aims(build, ["oscal", "validate", stage.catalogJson], INVALID),
};

export const oscalRows: readonly Row[] = [
  {
    name: "validate-json",
    title: "oscal validate, the SP 800-53 catalog in JSON",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) => aims(build, ["oscal", "validate", stage.catalogJson], INVALID),
    beside: [liboscal((stage) => ["validate", stage.catalogJson], [1]), jsonParse],
    wanted: { beside: { liboscal: 25, "JSON.parse": 3.8 } },
  },
  {
    name: "validate-xml",
    title: "oscal validate, the catalog in XML",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) => aims(build, ["oscal", "validate", stage.catalogXml], INVALID),
    beside: [liboscal((stage) => ["validate", stage.catalogXml], [1])],
    wanted: { beside: { liboscal: 16 } },
  },
  {
    name: "json-to-xml",
    title: "oscal convert, JSON to XML",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) =>
      aims(build, ["oscal", "convert", stage.catalogJson, "--to", "xml", "-o", stage.written("catalog.xml")]),
    beside: [liboscal((stage) => ["convert", "xml", catalogForLiboscal(stage), stage.written("peer.xml")])],
    wanted: { beside: { liboscal: 12 } },
  },
  {
    name: "xml-to-json",
    title: "oscal convert, XML to JSON",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) =>
      aims(build, ["oscal", "convert", stage.catalogXml, "--to", "json", "-o", stage.written("catalog.json")]),
    beside: [liboscal((stage) => ["convert", "json", stage.catalogXml, stage.written("peer.json")])],
    wanted: { beside: { liboscal: 15 } },
  },
  {
    name: "resolve",
    title: "oscal resolve, the MODERATE profile",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) =>
      aims(build, ["oscal", "resolve", stage.moderate("json"), "-o", stage.written("resolved.json")]),
    beside: [
      liboscal((stage) => ["resolve", "json", stage.moderate("json"), stage.written("peer-resolved.json")]),
      trestle,
    ],
    wanted: { beside: { liboscal: 17, [trestle.name]: 8 } },
  },
  {
    name: "validate-yaml",
    title: "oscal validate, the catalog in YAML",
    table: "goal",
    onNewerNode: true,
    unmeasurable,
    aims: (stage, build) => aims(build, ["oscal", "validate", stage.catalogYaml()], INVALID),
    beside: [sameInJson],
    wanted: { beside: { [sameInJson.name]: 1.6 } },
  },
  {
    name: "resolve-xml",
    title: "oscal resolve, the MODERATE profile with its catalog in XML",
    table: "more",
    unmeasurable,
    aims: (stage, build) =>
      aims(build, ["oscal", "resolve", stage.moderate("xml"), "-o", stage.written("resolved.json")]),
    beside: [liboscal((stage) => ["resolve", "json", stage.moderate("xml"), stage.written("peer-resolved.json")])],
  },
  {
    name: "yaml-to-json",
    title: "oscal convert, YAML to JSON",
    table: "more",
    unmeasurable,
    aims: (stage, build) =>
      aims(build, ["oscal", "convert", stage.catalogYaml(), "--to", "json", "-o", stage.written("catalog.json")]),
  },
  {
    name: "validate-folder",
    title: "oscal validate, a folder with the catalog in three formats",
    table: "more",
    unmeasurable,
    aims: (stage, build) => aims(build, ["oscal", "validate", stage.catalogFolder()], INVALID),
  },
];
