/** The pages that are played, one after the other in one clone, and the folder in which their reader begins. */
export const pagesWithTour: readonly { readonly path: string; readonly start: string }[] = [
  { path: "README.md", start: "." },
  { path: "docs/crosswalks.md", start: "." },
  { path: "docs/guide.md", start: "." },
  // Pipelines are for a repository that has a workspace: here the one that the guide makes.
  { path: "docs/pipelines.md", start: "clinic" },
];
