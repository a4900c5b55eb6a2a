/** The catalog of the EU AI Act, and the reference that the tests compare it with where it lies beside the project. */
import { existsSync } from "node:fs";

import { projectText, readJson, sharedPath } from "../support/project.js";
import { controlsOf, type Catalog, type Control } from "./documents.js";
import type { TimedArticle } from "./eu-ai-act-dates.js";

export const catalogPath = "catalog/eu-ai-act.json";
export const catalog: Catalog = (JSON.parse(projectText(catalogPath)) as { catalog: Catalog }).catalog;
export const controls: readonly Control[] = controlsOf(catalog);
export const articles: readonly Control[] = ofClass("article");

export const referencePath: string = sharedPath("reference/eu-ai-act.json");
export const crosswalkPath: string = sharedPath("reference/crosswalk-iso42001-eu-ai-act.json");
export const hasReference: boolean = existsSync(referencePath) && existsSync(crosswalkPath);
export const withoutReference = "needs ../shared/reference";

export interface Listed {
  readonly id: string;
}

export interface Reference {
  readonly chapters: Readonly<Record<string, string>>;
  readonly article_index: readonly (TimedArticle & {
    readonly article: string;
    readonly title: string;
    readonly section: number | null;
  })[];
  readonly provisions: readonly (TimedArticle & {
    readonly binds: readonly string[];
    readonly tier: readonly string[];
    readonly subprovisions?: readonly Listed[];
  })[];
  readonly prohibited_practices: readonly Listed[];
  readonly annexes: readonly (Listed & { readonly title: string })[];
  readonly annex_iii: readonly (Listed & { readonly area: string; readonly uses: readonly Listed[] })[];
  readonly annex_iv: readonly (Listed & { readonly points: readonly Listed[] })[];
  readonly annex_subprovisions: readonly Listed[];
  readonly key_dates: readonly { readonly date: string }[];
  readonly date_checks: {
    readonly checks: readonly {
      readonly date: string | null;
      readonly original: string | null;
      readonly status: string;
    }[];
  };
}

export function readReference(): Reference {
  return readJson(referencePath) as unknown as Reference;
}

export function ofClass(name: string): Control[] {
  return controls.filter((control) => control.class === name);
}

export function ids(listed: readonly Listed[]): string[] {
  return listed.map(({ id }) => id);
}
