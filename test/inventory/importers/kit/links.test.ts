import { describe, expect, it } from "vitest";
import { readLinks } from "../../../../src/inventory/importers/kit/links.js";

describe("readLinks", () => {
  it.each([
    ["https://a.gov/x", ["https://a.gov/x"]],
    ["https://a.gov/x,y;z?q=1", ["https://a.gov/x,y;z?q=1"]],
    ["https://a.gov https://b.gov", ["https://a.gov", "https://b.gov"]],
    ["https://a.gov/; https://b.gov , https://c.gov;", ["https://a.gov/", "https://b.gov", "https://c.gov"]],
    ["https://a.gov,https://b.gov", ["https://a.gov", "https://b.gov"]],
    ["fac.gov", ["fac.gov"]],
    ["sam.gov, www.usaspending.gov/data", ["sam.gov", "www.usaspending.gov/data"]],
  ])("%s", (text, links) => {
    expect(readLinks(text)).toEqual(links);
  });

  it.each([
    "No",
    "Not available.",
    "To be posted on https://a.gov/pia, pending",
    "javascript:alert(1)",
    "https://",
    "a b.gov",
    `,${",".repeat(200)}x y`,
  ])("finds no link in %j", (text) => {
    expect(readLinks(text)).toEqual([]);
  });
});
