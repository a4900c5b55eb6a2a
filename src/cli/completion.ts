import type { Command, Option } from "commander";
import { completionsOf } from "./options.js";
import type { CallOf, VerbTable } from "./verb.js";

/** Shells that a script is written for. */
export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];

/** A verb as completion knows it. */
export interface CompletedVerb {
  /** With the verbs before it: `oscal validate`; "" for the program itself. */
  readonly path: string;
  /** What may stand behind it, with what it does. */
  readonly verbs: readonly (readonly [name: string, summary: string])[];
  readonly options: readonly CompletedOption[];
  /** Values of its first argument, where they are a closed set. */
  readonly values: readonly string[];
}

interface CompletedOption {
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** Its values, where they are a closed set; otherwise the shell completes names of files. */
  readonly values: readonly string[];
}

/** Reads off the definitions of the verbs what can be completed, the program first, then each verb before those below it. */
export async function completedVerbs(verbs: VerbTable, call: Omit<CallOf, "name" | "rest">): Promise<CompletedVerb[]> {
  const all: CompletedVerb[] = [];
  const summaries = async (table: VerbTable): Promise<[string, string][]> =>
    Promise.all(
      Object.entries(table).map(async ([name, load]): Promise<[string, string]> => [name, (await load()).summary]),
    );
  const add = async (table: VerbTable, before: string): Promise<void> => {
    for (const [name, load] of Object.entries(table)) {
      const verb = await load();
      const command = await verb.command({ ...call, name, rest: [] });
      const path = before + name;
      all.push({ path, verbs: await summaries(verb.verbs ?? {}), ...offered(command) });
      await add(verb.verbs ?? {}, `${path} `);
    }
  };
  const help: [string, string] = ["help", "show the help of a verb"];
  const version = { flags: ["--version", "-V"], description: "print the version", takesValue: false, values: [] };
  all.push({ path: "", verbs: [...(await summaries(verbs)), help], options: [version, helpOption], values: [] });
  await add(verbs, "");
  return all;
}

const helpOption: CompletedOption = {
  flags: ["--help", "-h"],
  description: "show the help",
  takesValue: false,
  values: [],
};

function offered(command: Command): Pick<CompletedVerb, "options" | "values"> {
  const [argument] = command.registeredArguments;
  const options = command.options.filter(({ hidden }) => !hidden).map(optionOf);
  return { options: [...options, helpOption], values: argument?.argChoices ?? [] };
}

function optionOf(option: Option): CompletedOption {
  const { long, short, description, required, optional } = option;
  const flags = [long, short].flatMap((each) => each ?? []);
  return { flags, description, takesValue: required || optional, values: completionsOf(option) };
}

/** The script that teaches a shell to complete aims. */
export function completionScript(shell: Shell, verbs: readonly CompletedVerb[]): string {
  switch (shell) {
    case "bash":
      return bashScript(verbs);
    case "zsh":
      return `#compdef aims\n# Completion of aims for zsh: source <(aims completion zsh)\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(verbs)}`;
    case "fish":
      return fishScript(verbs);
  }
}

function words(verb: CompletedVerb): string {
  const flags = verb.options.flatMap((option) => option.flags.filter((flag) => flag.startsWith("--")));
  return [...verb.verbs.map(([name]) => name), ...verb.values, ...flags].join(" ");
}

function bashScript(verbs: readonly CompletedVerb[]): string {
  const paths = verbs.filter(({ path }) => path !== "").map(({ path }) => `"${path}"`);
  const offers = verbs.map((verb) => `    "${verb.path}") words="${words(verb)}" ;;`);
  const valued = verbs.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(
        ({ flags, values }) =>
          `    ${flags.map((flag) => `"${path} ${flag}"`).join("|")}) words="${values.join(" ")}"; valued=1 ;;`,
      ),
  );
  return `# Completion of aims for bash: source <(aims completion bash)
_aims() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" verb="" words="" valued="" option="" i word next
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    [[ "$word" == help ]] && continue
    next="\${verb:+$verb }$word"
    case "$next" in
    ${paths.join("|")}) verb="$next" ;;
    *) break ;;
    esac
  done
  # Bash takes "=" for a word of its own: behind --output json= stands the name of a file.
  if [[ "$cur" == "=" ]]; then cur=""; option="="; elif ((COMP_CWORD > 1)); then option="\${COMP_WORDS[COMP_CWORD-1]}"; fi
  case "$verb $option" in
${valued.join("\n")}
  esac
  if [[ -z "$valued" && "$option" != "=" ]]; then
    case "$verb" in
${offers.join("\n")}
    esac
  fi
  COMPREPLY=()
  if [[ -n "$words" ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); fi
  # Names of files, where no word fits and none has to.
  if [[ \${#COMPREPLY[@]} -eq 0 && "$cur" != -* ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -F _aims aims
`;
}

function fishScript(verbs: readonly CompletedVerb[]): string {
  const lines = verbs.flatMap((verb) => {
    const condition = `-n "__aims_at '${verb.path}'"`;
    return [
      ...verb.verbs.map(([name, summary]) => `complete -c aims ${condition} -a ${name} -d ${quoted(summary)}`),
      ...verb.values.map((value) => `complete -c aims ${condition} -a ${value}`),
      ...verb.options.map(({ flags, description, takesValue, values }) => {
        const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
        const value = takesValue ? ` -r${values.length > 0 ? ` -a ${quoted(values.join(" "))}` : ""}` : "";
        return `complete -c aims ${condition} ${names.join(" ")}${value} -d ${quoted(description)}`;
      }),
    ];
  });
  const paths = verbs.filter(({ path }) => path !== "").map(({ path }) => quoted(path));
  return `# Completion of aims for fish: aims completion fish | source
function __aims_at
  set -l verb ""
  for word in (commandline -opc)[2..-1]
    test "$word" = help; and continue
    set -l next (string trim "$verb $word")
    contains -- "$next" ${paths.join(" ")}; or break
    set verb "$next"
  end
  test "$verb" = "$argv[1]"
end
${lines.join("\n")}
`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
