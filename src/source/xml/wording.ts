/** The place to correct: at the last character read, or at what the parser has read to its end by then. */
type XmlPlace = "before" | "character" | "text" | "end" | "markup" | "end tag" | "attribute" | "duplicate" | "prefix";

/** Beginning of a message of the parser; what it says, in our words; what to do; where. */
type XmlWording = readonly [start: string, words: string, fix: string, where: XmlPlace];

const declaration = 'Write it as <?xml version="1.0" encoding="UTF-8"?> in front of all else, or remove it.';
const namespaces = "Declare each namespace under a prefix of its own, other than xml and xmlns.";

/** Beginnings of the parser's messages, with what they are called here. */
export const wordings: readonly XmlWording[] = [
  ["disallowed character.", "a character is not allowed", "Remove the character.", "character"],
  [
    "disallowed character in tag name",
    "no element's name can go on like this",
    "Write &lt; if no tag is meant.",
    "before",
  ],
  [
    "disallowed character in attribute name",
    "a start tag cannot go on like this",
    'Write attributes as name="value".',
    "before",
  ],
  ["disallowed character in closing tag", "no end tag can go on like this", "Write the end tag as </name>.", "before"],
  ["forward-slash in opening tag", 'a ">" is expected behind "/"', 'Write "/>" at the end of the tag.', "before"],
  ["weird empty close tag", "an end tag has no name", "Write the end tag as </name>.", "before"],
  ["unexpected close tag", "", "Close the elements in the reverse order of their start tags.", "end tag"],
  ["unmatched closing tag", "", "Remove the end tag, or write its start tag.", "end tag"],
  ["attribute without value", "an attribute has no value", 'Write attributes as name="value".', "before"],
  [
    "unquoted attribute value",
    "an attribute's value has no quotation marks",
    'Write attributes as name="value".',
    "before",
  ],
  ["no whitespace between attributes", "a blank is missing between two attributes", "Put a blank here.", "before"],
  ["duplicate attribute: ", "an attribute stands here twice", "Keep one of the two.", "duplicate"],
  ["unbound namespace prefix: ", "a prefix is not declared", "", "prefix"],
  ["malformed name: ", "a name has a colon at the wrong place", "Write names as name or prefix:name.", "before"],
  ["invalid attempt to undefine prefix", "a prefix is declared without a namespace", namespaces, "attribute"],
  ["xml prefix must", "the prefix xml is declared for another namespace", namespaces, "attribute"],
  ["xmlns prefix must", "the prefix xmlns must not be declared", namespaces, "attribute"],
  ["the default namespace may not", "this namespace is reserved by XML", namespaces, "attribute"],
  ["may not assign", "this namespace is reserved by XML", namespaces, "attribute"],
  ["tags may not have", "an element's name has the prefix xmlns", namespaces, "before"],
  [
    "text data outside of root node",
    "text stands outside of the root element",
    "Put the text into the root element, or remove it.",
    "text",
  ],
  [
    "documents may contain only one root",
    "a second element stands behind the end of the first; a document is one element",
    "Put the documents into files of their own, or remove this one.",
    "markup",
  ],
  ["document must contain a root", "there is no element", "Write a document, or remove the file.", "end"],
  [
    "malformed comment",
    'a "--" stands inside a comment',
    "Write a single hyphen, or end the comment with -->.",
    "before",
  ],
  ['the string "]]>"', 'a "]]>" stands outside of a CDATA section', "Write ]]&gt; for it.", "before"],
  [
    "incorrect syntax",
    '"<!" begins neither a comment nor a CDATA section',
    "Write &lt; if no markup is meant.",
    "markup",
  ],
  ["an XML declaration must be at the start", "the XML declaration is not at the start", declaration, "markup"],
  ["the XML declaration must appear at the start", "the XML declaration is not at the start", declaration, "markup"],
  ["processing instruction without a target", "a processing instruction has no name", "Remove it.", "markup"],
  [
    "disallowed character in processing instruction",
    "no processing instruction's name can go on like this",
    "Remove it.",
    "before",
  ],
  ["version number must", "the XML declaration has no usable version", declaration, "before"],
  ["encoding value must", "the XML declaration has no usable encoding", declaration, "before"],
  ["standalone value must", 'the value of "standalone" is neither "yes" nor "no"', declaration, "before"],
  ["XML declaration", "the XML declaration is incomplete", declaration, "before"],
  ["expected ", "the XML declaration is not in order", declaration, "before"],
  ["did not expect any more", "the XML declaration is not in order", declaration, "before"],
  ["value required", "the XML declaration is not in order", declaration, "before"],
  ["value must be quoted", "the XML declaration is not in order", declaration, "before"],
  ["whitespace required", "a blank is missing in the XML declaration", declaration, "before"],
  ["The character ? is disallowed", "the XML declaration is not in order", declaration, "before"],
];

/** For a message that is not in the list. */
export const unknownWording: XmlWording = ["", "the syntax is wrong", "Correct the syntax at this place.", "before"];
