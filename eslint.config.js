// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** What plain JavaScript for Node may use without importing it. */
const nodeGlobals = Object.fromEntries(
  [
    ...["AbortController", "Buffer", "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "WebAssembly", "console"],
    ...["clearTimeout", "performance", "process", "queueMicrotask", "setImmediate", "setTimeout", "structuredClone"],
  ].map((name) => [name, "readonly"]),
);

/** Core rules that find mistakes in plain JavaScript, where no type checker stands behind. */
const plainRules = {
  "array-callback-return": "error",
  "no-const-assign": "error",
  "no-constant-binary-expression": "error",
  "no-constant-condition": "error",
  "no-control-regex": "error",
  "no-dupe-else-if": "error",
  "no-dupe-keys": "error",
  "no-duplicate-case": "error",
  "no-empty": "error",
  "no-fallthrough": "error",
  "no-import-assign": "error",
  "no-loss-of-precision": "error",
  "no-misleading-character-class": "error",
  "no-prototype-builtins": "error",
  "no-self-assign": "error",
  "no-undef": "error",
  "no-unreachable": "error",
  "no-unsafe-finally": "error",
  "no-unsafe-optional-chaining": "error",
  "no-useless-assignment": "error",
  "no-useless-catch": "error",
  "no-useless-escape": "error",
  "preserve-caught-error": "error",
  "use-isnan": "error",
  "valid-typeof": "error",
};

export default defineConfig(
  globalIgnores(["dist/", ".build-*/", "coverage/", "out/", "compiler/", "**/generated/", "**/.aims/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["src/**/*.ts", "test/**/*.ts", "scripts/**/*.ts", "bench/**/*.ts", "vitest.config.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["vitest.config.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/require-array-sort-compare": "error",
      // A key from outside is written data["key"], so that it is told apart from a declared property (tsc reads it the same way).
      "@typescript-eslint/dot-notation": "off",
      // `||` over strings is how "empty counts as missing" is said; the types tell the rest.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // An index loop over text or bytes is faster than an iterator and reads no worse.
      "@typescript-eslint/prefer-for-of": "off",
      ...plainRules,
      "no-undef": "off", // tsc knows better
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "off",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The same inputs give the same bytes." },
        { property: "localeCompare", message: "Sort by code units: a locale must not change the output." },
        { property: "toLocaleString", message: "A locale must not change the output." },
      ],
      "no-self-compare": "error",
      "no-unmodified-loop-condition": "error",
      "object-shorthand": ["error", "properties"],
      "prefer-const": "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "max-lines": ["warn", { max: 320, skipBlankLines: false, skipComments: false }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export by name: one thing has one name everywhere." },
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
      ],
    },
  },
  {
    // The clock is read in the commands, once, as the default of --as-of; everything below is given the date.
    files: ["src/**/*.ts"],
    ignores: ["src/cli/**", "src/runs/**", "src/main.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "Intl", message: "A locale must not change the output." },
        { name: "fetch", message: "Nothing in aims uses the network." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export by name: one thing has one name everywhere." },
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "A run asks its host for the time: src/runs/host.ts.",
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "A run asks its host for the time: src/runs/host.ts.",
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // Many assertions in a test are object literals with `expect.any(...)`, which the types declare as any.
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  {
    // What speaks to the person who runs it, on a terminal that is theirs.
    files: ["scripts/**/*.ts", "bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["scripts/run.mjs", "eslint.config.js"],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: plainRules,
  },
);
