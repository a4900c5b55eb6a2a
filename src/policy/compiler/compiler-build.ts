import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import type { Sha256 } from "../../foundation/sha256.js";
import { packageFile, readShippedJson } from "../../files/package.js";
import { compileTiered, type ProgramRun, type TieredModule } from "./engine-tier.js";
import { RegoCompilerError } from "./rego-compiler-error.js";

/** `compiler/build/build.json`: what the committed build was made from. */
export interface CompilerBuild {
  readonly go: string;
  readonly opa: string;
  readonly wasm: { readonly sha256: Sha256; readonly bytes: number };
  readonly brotli: { readonly sha256: Sha256; readonly bytes: number };
}

const FOLDER = ["compiler", "build"] as const;
let build: CompilerBuild | undefined;

/** Describes the committed build of the compiler. @throws RegoCompilerError when the package is incomplete */
export function compilerBuild(): CompilerBuild {
  try {
    build ??= readShippedJson(...FOLDER, "build.json") as CompilerBuild;
  } catch (error) {
    throw incomplete(error);
  }
  return build;
}

/** Reads the compiler's program and Go's runtime for it. @throws RegoCompilerError when they are missing or damaged */
export async function readCompiler(
  run: ProgramRun,
): Promise<{ readonly program: TieredModule; readonly runtime: string }> {
  const { brotli } = compilerBuild();
  try {
    const packed = readFileSync(packageFile(...FOLDER, "rego-compiler.wasm.br"));
    if (createHash("sha256").update(packed).digest("hex") !== brotli.sha256) {
      throw new Error("rego-compiler.wasm.br is not the file that build.json describes");
    }
    const program = compileTiered(await promisify(brotliDecompress)(packed), run);
    return { program, runtime: readFileSync(packageFile(...FOLDER, "wasm_exec.js"), "utf8") };
  } catch (error) {
    throw incomplete(error);
  }
}

function incomplete(cause: unknown): RegoCompilerError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RegoCompilerError(`The Rego compiler of this aims package cannot be loaded: ${reason}`, "", cause);
}
