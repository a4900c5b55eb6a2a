import type { Random } from "./random.js";

/** Pieces that mean something to XML in some places. */
// prettier-ignore
const fragments = [
  "<", ">", "/", "</", "/>", "&", ";", "&amp;", "&lt;", "&#10;", "&#13;", "&#x9;", "&#xD;", "&#0;", "&#xFFFE;", "&#x1F600;", "&#xD800;", "&#X41;",
  "&nbsp;", "&#1114112;", "&#00065;", "]]>", "]]", "<![CDATA[", "<![CDATA[]]>", "<![CDATA[a]]]>", "<![CDATA[<b>\r]]>", "<!--", "-->", "--", "<!---->",
  "<!-- c -->", "<!--->", "<!--a--->", "<!--\r\n-->", "<?", "?>", "<?p?>", "<?p q?>", "<?p??>", "<?p a??>", "<?xml?>", "<?XML a?>", "<?a:b?>", "<?p?q?>",
  '<?xml version="1.0"?>', "<?xml version='1.1'?>", "<!DOCTYPE a>", "<!doctype html>", "<!", "\r", "\n", "\r\n", "\t", " ", "  ", "\f", "\v", "\u0085",
  "\u00a0", "\u2028", "\ufeff", "\ufffe", "\uffff", "\u0000", "\u0001", "\u007f", "\ud83d", "\u{1f600}", "\u00e4", "\u0300", "\u00b7", ":", "=", "'", '"',
  ' a="1"', " a='1'", ' b = "2"', ' a=""', ' p:a="1"', ' q:a="1"', ' xml:lang="en"', ' xmlns="u"', ' xmlns=""', ' xmlns:p="u"', ' xmlns:q="u"',
  ' xmlns:p=""', ' xmlns:p=" u"', ' xmlns:p="&#32;u"', ' xmlns:xml="http://www.w3.org/XML/1998/namespace"', ' xmlns="http://www.w3.org/2000/xmlns/"',
  ' xmlns:xmlns="u"', ' xmlns:p="http://www.w3.org/XML/1998/namespace"', ' __proto__="1"', ' constructor="1"', ' -a="1"', ' a:="1"', ' :a="1"', ' a:b:c="1"',
  ' p:-a="1"', "<a>", "</a>", "<b/>", "<p:b/>", "</ a>", "</a >", "<a/ >", "< a>", "<a\n>", "<xmlns:a/>", "<xml:a/>", "<p/>", "x", "1", "-", ".", "_",
];

/** Another text: a seed with a few changes, a document that a small grammar makes, changed or not. */
export function mutateXml(seeds: readonly string[], random: Random): string {
  const { below, pick, once } = random;
  let text = once(2) ? written(random) : pick(seeds);
  for (let times = below(3); times > 0; times -= 1) text = changed(text, seeds, random);
  return text.slice(0, 400);
}

function changed(text: string, seeds: readonly string[], { below, pick, once }: Random): string {
  // Where markup begins or ends there is more to break than within a name.
  const edges = [...text.matchAll(/[<>="'/ ]/g)].map(({ index }) => index);
  const edge = edges.length > 0 && once(2) ? pick(edges) + below(2) : below(text.length + 1);
  switch (below(8)) {
    case 0:
      return text.slice(0, edge) + text.slice(edge + 1 + below(4));
    case 1:
      return text.slice(0, edge) + pick(fragments) + text.slice(edge + 1);
    case 2: {
      const other = pick(seeds);
      const at = below(other.length);
      return text.slice(0, edge) + other.slice(at, at + 1 + below(20)) + text.slice(edge);
    }
    case 3:
      return text.replaceAll(pick(["\n", " ", "a", '"', ">"]), pick(["\r\n", "\r", "\t", "'", "b", "> "]));
    default:
      return text.slice(0, edge) + pick(fragments) + text.slice(edge);
  }
}

/** A document that is mostly right, with everything that may stand in one. */
function written(random: Random): string {
  const { pick, once } = random;
  const declaration = pick([
    ...["", "", "\ufeff", '<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0' standalone='yes' ?>\n"],
    ...[
      "<?xml version = '1.0'\n encoding='us-ascii'?>",
      '<?xml version="1.0" encoding="latin1"?>',
      "<?xml encoding='utf-8'?>",
    ],
  ]);
  const edge = (): string => (once(3) ? pick(["\n", " ", "<!-- c -->", "<?p q?>", "\n<!--a-->\n"]) : "");
  return declaration + edge() + element(random, 3) + edge();
}

function element(random: Random, levels: number): string {
  const { below, once } = random;
  const name = nameOf(random);
  const attributes = Array.from({ length: below(4) }, () => attribute(random)).join("");
  const space = once(6) ? random.pick([" ", "\n", "\r\n\t"]) : "";
  if (levels === 0 || once(4)) return `<${name}${attributes}${space}/>`;
  const content = Array.from({ length: below(4) }, () => contentOf(random, levels)).join("");
  return `<${name}${attributes}>${content}</${name}${space}>`;
}

function contentOf(random: Random, levels: number): string {
  const { below, pick } = random;
  switch (below(8)) {
    case 0:
      return pick(["<!-- c -->", "<!---->", "<?p q?>", "<![CDATA[ <x> ]]>", "<![CDATA[]]>"]);
    case 1:
      return pick(["a &amp; b", "&#65;", "&lt;\r\n", "\u{1f600}", "]] >", "x\ry"]);
    case 2:
    case 3:
      return pick(["\n  ", " ", "\t", "\r\n"]);
    case 4:
      return pick(["text", "a b", "\u00e4"]);
    default:
      return element(random, levels - 1);
  }
}

/** A prefix is mostly one that is declared in the text, or in none. */
function nameOf({ pick, once }: Random): string {
  return (
    (once(12) ? pick(["p:", "q:", "xml:"]) : "") + pick(["a", "b", "catalog", "group", "p", "part", "x-1.y_", "xmlns"])
  );
}

function attribute({ pick, once, below }: Random): string {
  const quote = pick(['"', "'"]);
  const name = once(8)
    ? pick(["xmlns", "xmlns:p", "xmlns:q", "xml:lang", "p:a", "q:a"])
    : `${pick(["a", "id", "class"])}${once(5) ? "" : String(below(9))}`;
  const value = pick(["", "1", "u", "a b", "v", "&#10;", "a\nb", "\t", "&quot;", "a>b", "]]>", "\r\n", "\u00e4"]);
  return `${pick([" ", " ", " ", "\n  "])}${name}${once(9) ? " = " : "="}${quote}${value}${quote}`;
}
