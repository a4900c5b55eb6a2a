import type { CodeEntries } from "./code-entry.js";

/** Files, encodings and limits. */
export const fileCodes: CodeEntries = {
  "file-exists": {
    title: "A file is there already",
    meaning: "The file to write exists, and it is not replaced unasked.",
    fix: "Name another place, or ask for it to be replaced with --force.",
  },
  "standard-input-twice": {
    title: "Standard input named twice",
    meaning: 'Standard input ("-") can be read only once.',
    fix: "Name it once.",
  },
  "binary-file": {
    title: "A binary file",
    meaning:
      "The file holds a NUL byte, which no text file does: it is a document of an office program, an archive or an image.",
    fix: "Name the text file; export a spreadsheet as CSV first.",
  },
  "empty-file": {
    title: "Nothing in the file",
    meaning: "The file is empty, or holds blanks and comments only.",
    fix: "Write a document into it, or remove it.",
  },
  "file-too-large": {
    title: "More than one document can hold",
    meaning:
      "A document is held in memory as a whole, so its size is bounded: bytes for every format, tokens for YAML.",
    fix: "Split the file; many descriptors can stand in one NDJSON file, a line each, which is read as a stream.",
  },
  "ill-formed-text": {
    title: "Half of a character",
    meaning: "A text holds a lone surrogate (half of a character beyond U+FFFF), which no file in UTF-8 can hold.",
    fix: "Write the whole character, or remove the escape.",
    example: '"\\ud83d" is half of "\\ud83d\\ude00".',
  },
  "line-too-long": {
    title: "A line that is too long",
    meaning: "Files that are read as a stream (NDJSON, CSV) are read line by line, and a line is bounded.",
    fix: "Check that the file has one record a line.",
  },
  "output-conflict": {
    title: "Two outputs for one place",
    meaning: "Two outputs would go to the same file or both to standard output, or an output would overwrite an input.",
    fix: "Give each output a place of its own.",
    example: "--output sarif=findings.sarif --output junit=findings.xml",
  },
  "path-outside-workspace": {
    title: "A path that leads out of the workspace",
    meaning:
      "Nothing outside the workspace's folder is read or written, also not through a link: an input must not choose other files.",
    fix: "Put the file itself into the folder.",
  },
  "second-document": {
    title: "A second document in the file",
    meaning: "A YAML file can hold several documents, separated by ---; this one may hold only one.",
    fix: "Write each document into a file of its own.",
  },
  "too-deep": {
    title: "Nested too deeply",
    meaning: "Levels of nesting are bounded, so that no file can exhaust the program. Real documents stay far below.",
    fix: "Flatten the document.",
  },
  "too-many-problems": {
    title: "More problems than are shown",
    meaning: "Only so many problems of a file are shown, errors before warnings; this line counts the rest.",
    fix: "Mend those that are shown, and check again. One mistake at the top often causes many.",
  },
  "unknown-file-type": {
    title: "An ending that is not read",
    meaning: "The ending of a file's name says how it is read, and this one says nothing.",
    fix: "Rename the file to .yaml, .yml, .json, .ndjson or .jsonl.",
  },
  "unreadable-file": {
    title: "A file that cannot be read",
    meaning:
      "The operating system does not hand over the file: it is missing, a folder or a device, or you may not read it. A folder that you may not read is said as well, since nobody knows what it holds.",
    fix: "Check the spelling of the path and the right to read it.",
  },
  "unwritable-file": {
    title: "A file that cannot be written",
    meaning: "The operating system does not let the file be written, or something that is no file stands there.",
    fix: "Name a place that you may write to.",
  },
  "unwritable-folder": {
    title: "A folder that cannot be written to",
    meaning: "The operating system does not let the folder be made or filled.",
    fix: "Name a place that you may write to; folders on the way are made.",
  },
  "wrong-encoding": {
    title: "Not UTF-8",
    meaning: "Files are read as UTF-8. Guessing another encoding would change names silently.",
    fix: "Save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.",
  },
};
