import { membersOf, RegoObject, RegoSet } from "./rego-value.js";
import type { HostBuiltin, RegoValue } from "./rego-value.js";

function neighboursOf(graph: RegoObject, node: RegoValue): readonly RegoValue[] | undefined {
  const edges = graph.get(node);
  return edges === undefined ? undefined : (membersOf(edges) ?? []);
}

/** Collects the paths that begin with `path`, whose last node is not looked at yet; they end before a node that returns. */
function collect(graph: RegoObject, node: RegoValue, path: readonly RegoValue[], paths: RegoValue[]): void {
  const neighbours = neighboursOf(graph, node);
  if (neighbours === undefined) {
    paths.push(path);
    return;
  }
  const longer = [...path, node];
  if (neighbours.length === 0) {
    paths.push(longer);
    return;
  }
  const reached = RegoSet.of(longer);
  for (const neighbour of neighbours) {
    if (reached.has(neighbour)) paths.push(longer);
    else collect(graph, neighbour, longer, paths);
  }
}

/** The set of all paths through a graph, an object of edges by node, from a set or array of nodes. */
const reachablePaths: HostBuiltin = (graph = null, initial = null) => {
  const starts = membersOf(initial);
  if (!(graph instanceof RegoObject) || starts === undefined) return undefined;
  const paths: RegoValue[] = [];
  for (const start of starts) {
    const neighbours = neighboursOf(graph, start);
    if (neighbours?.length === 0) paths.push([start]);
    for (const neighbour of neighbours ?? []) collect(graph, neighbour, [start], paths);
  }
  return RegoSet.of(paths);
};

export const graphBuiltins: Readonly<Record<string, HostBuiltin>> = { "graph.reachable_paths": reachablePaths };
