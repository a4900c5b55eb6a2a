import type { Option } from "commander";
import { listOption, Option as OptionOf, repeatable } from "../../options.js";

/** The option `--to` of verbs that read mappings. */
export function toOption(): Option {
  return new OptionOf(
    "--to <framework>",
    "framework to arrive at, such as eu-ai-act, iso27001 or nist-ai-rmf",
  ).makeOptionMandatory();
}

/** The option `--from` of verbs that read mappings. */
export function fromOption(description: string): Option {
  return listOption("--from <frameworks>", `${description}; with commas, or repeatable`);
}

/** The option `--via` of verbs that read mappings. */
export function viaOption(): Option {
  return listOption(
    "--via <frameworks>",
    "frameworks over which it goes, in this order (default: the shortest way); with commas, or repeatable",
  );
}

/** The option `--mapping` of verbs that read mappings. */
export function mappingOption(): Option {
  return repeatable(
    "--mapping <name|file>",
    "mapping collection in place of all that are known: a shipped one by name, or a file; repeatable",
  );
}
