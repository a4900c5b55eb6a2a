import type {
  Catalog,
  Control,
  GapSummary,
  Group,
  Mapping,
  MappingCollection,
  MappingEntry,
  MappingItem,
  MappingResourceReference,
  Part,
  Property,
  Resource,
} from "../../src/oscal/model/generated/types.js";
import { aimsNamespace } from "../../src/oscal/properties.js";
import { COVERAGE_METHOD, targetCoverage } from "./coverage.js";
import { contentUuid } from "./identity.js";
import type { CollectionSource, Gap, MappingSource, Pair, Publication, Side } from "./source.js";

/** Pairs that nobody states in public carry this in place of a publication. */
const EDITORIAL = "editorial";
/** The namespace of the type of a resource that is no catalog. */
const VENDOR_NAMESPACE = `${aimsNamespace}/vendor`;

type Relationship = MappingEntry["relationship"];
/** Those that a pair may have: what has no relationship is a gap. */
const RELATIONSHIPS: ReadonlySet<string> = new Set<Relationship>([
  ...(["equivalent-to", "equal-to", "subset-of", "superset-of", "intersects-with"] as const),
]);

/**
 * The OSCAL mapping collection of what was written.
 * @param file name of the collection's file, without its ending; all its uuids follow from it
 * @param catalogs the shipped catalogs by name
 * @throws Error that names what is wrong: an id that no catalog has, a pair twice, a gap that has a pair
 */
export function mappingCollection(
  file: string,
  written: CollectionSource,
  catalogs: ReadonlyMap<string, Catalog>,
): MappingCollection {
  const sides = written.mappings.flatMap(({ source, target }) => [source, target]);
  const named = [...new Set(sides.flatMap(({ catalog = [] }) => catalog))].map((name) => catalogNamed(name, catalogs));
  const publications = named.flatMap((catalog) => catalog["back-matter"]?.resources ?? []);
  const others = Object.entries(written.publications ?? {});
  const references = others.flatMap(([token, each]) => resource(token, each));
  // A resource leads somewhere; what has no address is told of in words.
  const unaddressed = others.filter(([, { href }]) => href === undefined);
  const party = contentUuid("party/aims");
  return {
    uuid: contentUuid(`mapping-collection/${file}`),
    metadata: {
      title: written.title,
      "last-modified": written.modified,
      version: written.version,
      "oscal-version": "1.2.2",
      props: [{ name: "keywords", value: written.keywords }],
      links: [...publications, ...references].map(({ uuid }) => ({ href: `#${uuid}`, rel: "reference" })),
      roles: [
        {
          id: "owner",
          title: "Owner",
          description: "Answers for the content of this document and for its upkeep.",
        },
      ],
      parties: [{ uuid: party, type: "organization", name: "aims" }],
      "responsible-parties": [{ "role-id": "owner", "party-uuids": [party] }],
      remarks: prose(written.remarks),
    },
    provenance: {
      method: "hybrid",
      "matching-rationale": "functional",
      status: "draft",
      "mapping-description": prose(written.description),
      ...(unaddressed.length > 0 && {
        remarks: unaddressed
          .map(([token, each]) => `The token ${token} stands for: ${each.citation} ${prose(each.remarks)}`)
          .join("\n\n"),
      }),
    },
    mappings: written.mappings.map((each) => mapping(file, each, written.publications ?? {}, catalogs)),
    "back-matter": { resources: [...publications, ...references] },
  };
}

function mapping(
  file: string,
  written: MappingSource,
  publications: Readonly<Record<string, Publication>>,
  catalogs: ReadonlyMap<string, Catalog>,
): Mapping {
  const key = written.name === undefined ? file : `${file}/${written.name}`;
  const [from, to] = [sideOf(written.source, catalogs), sideOf(written.target, catalogs)];
  const pairs = Object.entries(written.pairs).flatMap(([source, all]) => all.map((pair) => ({ source, pair })));
  const maps = pairs.map(({ source, pair }): MappingEntry => {
    const targets = [pair.to].flat();
    const relationship = pair.relationship ?? "intersects-with";
    if (!RELATIONSHIPS.has(relationship)) throw new Error(`${file}: no relationship: ${relationship}`);
    for (const token of [...pair.from, ...(pair.also ?? [])].map(tokenOf))
      if (token !== EDITORIAL && publications[token] === undefined)
        throw new Error(`${file}: no publication: ${token}`);
    return {
      uuid: contentUuid(`map/${key}/${source}/${targets.join("+")}`),
      relationship: relationship as Relationship,
      sources: [from.item(source)],
      targets: targets.map(to.item),
      "confidence-score": { category: confidence(pair) },
      props: properties(pair),
      remarks: prose(pair.rationale),
    };
  });
  const twice = maps.find(({ uuid }, index) => maps.findIndex((other) => other.uuid === uuid) !== index);
  if (twice) throw new Error(`${file}: twice: ${JSON.stringify([twice.sources, twice.targets])}`);
  const gaps = { source: written.gaps?.source ?? [], target: written.gaps?.target ?? [] };
  const remarks = [written.remarks ?? [], reasons("source", gaps.source), reasons("target", gaps.target)].flat();
  const mapped = { source: Object.keys(written.pairs), target: pairs.flatMap(({ pair }) => pair.to) };
  return {
    uuid: contentUuid(`mapping/${key}`),
    "source-resource": from.resource,
    "target-resource": to.resource,
    maps,
    ...(remarks.length > 0 && { remarks: remarks.map(prose).join("\n\n") }),
    ...summary("source", key, gaps.source, mapped.source, from.ids),
    ...summary("target", key, gaps.target, mapped.target, to.ids),
    ...(written.coverage === true && {
      coverage: {
        "generation-method": COVERAGE_METHOD,
        "target-coverage": targetCoverage(
          [...new Set([...mapped.target, ...gaps.target.flatMap(({ ids }) => ids)])],
          pairs.map(({ pair }) => pair),
        ),
      },
    }),
  };
}

interface ReadSide {
  readonly resource: MappingResourceReference;
  readonly ids: ReadonlySet<string>;
  /** @throws Error where there is no such id */
  readonly item: (id: string) => MappingItem;
}

function sideOf({ catalog: name, list, statement = "" }: Side, catalogs: ReadonlyMap<string, Catalog>): ReadSide {
  if (list) {
    return {
      resource: {
        ns: VENDOR_NAMESPACE,
        type: "list",
        href: `#${contentUuid(`resource/${list.publication}`)}`,
        // References to its entries begin with it, as no catalog says how they do.
        props: [{ name: "framework", ns: aimsNamespace, value: list.publication }],
      },
      ids: new Set(Object.keys(list.titles)),
      item: (id) => {
        const title = list.titles[id];
        if (title === undefined) throw new Error(`${list.publication} does not list ${id}`);
        return { type: "control", "id-ref": id, props: [{ name: "title", ns: aimsNamespace, value: title }] };
      },
    };
  }
  const catalog = catalogNamed(name ?? "", catalogs);
  const parts = new Map(controlsOf(catalog).map(({ id, parts = [] }) => [id, partIds(parts)]));
  return {
    resource: { type: "catalog", href: `../${name ?? ""}.json` },
    ids: new Set(parts.keys()),
    item: (id) => {
      const part = `${id}${statement}`;
      if (statement === "" ? !parts.has(id) : parts.get(id)?.includes(part) !== true)
        throw new Error(`catalog/${name ?? ""}.json has no ${part}`);
      return { type: statement === "" ? "control" : "statement", "id-ref": part };
    },
  };
}

function catalogNamed(name: string, catalogs: ReadonlyMap<string, Catalog>): Catalog {
  const catalog = catalogs.get(name);
  if (!catalog) throw new Error(`no catalog/${name}.json`);
  return catalog;
}

function controlsOf(holder: Pick<Group, "groups" | "controls">): Control[] {
  const { groups = [], controls = [] } = holder;
  return [...groups.flatMap(controlsOf), ...controls.flatMap((each) => [each, ...controlsOf(each)])];
}

function partIds(parts: readonly Part[]): string[] {
  return parts.flatMap(({ id = [], parts: inner = [] }) => [...[id].flat(), ...partIds(inner)]);
}

function resource(token: string, { title, citation, href, remarks }: Publication): Resource[] {
  if (href === undefined) return [];
  return [
    {
      uuid: contentUuid(`resource/${token}`),
      title,
      // By this a reader finds what the property of the same name and value of a pair means.
      props: [{ name: "provenance", ns: aimsNamespace, value: token }],
      citation: { text: citation },
      rlinks: [{ href }],
      remarks: prose(remarks),
    },
  ];
}

function properties({ strength, fit, from, also = [] }: Pair): Property[] {
  const plain = (name: string, value: string | undefined): Property[] =>
    value === undefined ? [] : [{ name, ns: aimsNamespace, value }];
  const told = (name: string, each: string): Property => {
    const [value = "", place] = each.split(" ");
    return { name, ns: aimsNamespace, value, ...(place !== undefined && { class: place }) };
  };
  return [
    ...plain("strength", strength?.toFixed(0)),
    ...plain("fit", fit),
    ...from.map((each) => told("provenance", each)),
    ...also.map((each) => told("corroboration", each)),
  ];
}

/** Nothing is of high confidence before somebody reviewed it; what nobody else states or supports is of low confidence. */
function confidence({ from, also = [] }: Pair): "medium" | "low" {
  return [...from, ...also].some((each) => tokenOf(each) !== EDITORIAL) ? "medium" : "low";
}

function tokenOf(told: string): string {
  return told.split(" ", 1).join();
}

function summary(
  end: "source" | "target",
  key: string,
  gaps: readonly Gap[],
  mapped: readonly string[],
  known: ReadonlySet<string>,
): Partial<Record<"source-gap-summary" | "target-gap-summary", GapSummary>> {
  if (gaps.length === 0) return {};
  for (const id of gaps.flatMap(({ ids }) => ids)) {
    if (!known.has(id)) throw new Error(`${key}: a gap that is nowhere: ${id}`);
    if (mapped.includes(id)) throw new Error(`${key}: a gap that has a pair: ${id}`);
  }
  return {
    [`${end}-gap-summary`]: {
      uuid: contentUuid(`${end}-gaps/${key}`),
      "unmapped-controls": gaps.map(({ ids }) => ({ "with-ids": [...ids] })),
    },
  };
}

/** The reasons in words, for OSCAL has no place for them beside the ids. */
function reasons(end: "source" | "target", gaps: readonly Gap[]): string[] {
  if (gaps.length === 0) return [];
  return [
    `Without a pair on the side of the ${end}:`,
    ...gaps.map(({ ids, reason }) => `${ids.map((id) => `\`${id}\``).join(", ")}: ${reason}`),
  ];
}

/** Text as written in a file, without what YAML leaves at its end. */
function prose(text: string): string {
  return text.trim();
}
