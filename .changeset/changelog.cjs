// How `changeset version` writes an entry of CHANGELOG.md: as its changeset says it, without the commit that added it.

/** @param {{ summary: string }} changeset */
async function getReleaseLine({ summary }) {
  const [first = "", ...rest] = summary.trim().split("\n");
  return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}

/** There is one package, so nothing is released because of another. */
async function getDependencyReleaseLine() {
  return "";
}

module.exports = { getReleaseLine, getDependencyReleaseLine };
