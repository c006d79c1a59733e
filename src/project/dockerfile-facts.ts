import type { Dockerfile, Instruction } from "./dockerfile-parse.ts";

/** `name`s are lower case, as BuildKit compares them. */
export interface BuildStage {
  readonly base: string;
  readonly name: string | null;
}

export interface BuildInputs {
  readonly target: string | null;
  readonly buildArgs: readonly (readonly [name: string, value: string])[];
  readonly secretIds: readonly string[];
}

/**
 * The image that the built stage starts from, with build arguments filled in, through stages that build on others. null when it cannot be told
 * (an argument without a value).
 */
export function baseImage(dockerfile: Dockerfile, inputs: Pick<BuildInputs, "target" | "buildArgs">): string | null {
  const stages = buildStages(dockerfile);
  const values = globalArgs(dockerfile, inputs.buildArgs);
  const target = inputs.target?.toLowerCase();
  let index = target === undefined ? stages.length - 1 : stages.findIndex((stage) => stage.name === target);
  if (index < 0 && target !== undefined && /^\d+$/.test(target)) index = Number(target);
  for (let stage = stages[index]; stage !== undefined; stage = stages[index]) {
    const base = expand(stage.base, values);
    if (base === null) return null;
    const before = stages.slice(0, index).findLastIndex((other) => other.name === base.toLowerCase());
    if (before < 0) return base;
    index = before;
  }
  return null;
}

export function buildStages(dockerfile: Dockerfile): readonly BuildStage[] {
  return dockerfile.instructions
    .filter((instruction) => instruction.keyword === "FROM")
    .map((instruction) => {
      const words = instruction.value.split(/\s+/).filter((word) => !word.startsWith("--"));
      const named = words[1]?.toLowerCase() === "as";
      return { base: words[0] ?? "", name: named ? (words[2]?.toLowerCase() ?? null) : null };
    });
}

/** Only arguments declared before the first FROM can be used in one. */
function globalArgs(dockerfile: Dockerfile, given: BuildInputs["buildArgs"]): ReadonlyMap<string, string> {
  const asked = new Map(given);
  const values = new Map<string, string>();
  for (const { name, value } of declaredArgs(dockerfile.instructions.filter((found) => found.stage < 0))) {
    const found = asked.get(name) ?? (value === null ? null : expand(value, values));
    if (found !== null) values.set(name, found);
  }
  return values;
}

function declaredArgs(instructions: readonly Instruction[]): readonly { name: string; value: string | null }[] {
  return instructions
    .filter((instruction) => instruction.keyword === "ARG")
    .flatMap((instruction) => instruction.value.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [])
    .map((word) => {
      const at = word.indexOf("=");
      if (at < 0) return { name: word, value: null };
      return { name: word.slice(0, at), value: word.slice(at + 1).replace(/^(["'])(.*)\1$/, "$2") };
    });
}

/** `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}`; null when a value is missing, and for the other forms that BuildKit knows (`${NAME%.*}`). */
function expand(text: string, values: ReadonlyMap<string, string>): string | null {
  let missing = false;
  const result = text.replace(
    /\$(?:(\w+)|\{(\w+)(?::([-+])([^}]*))?\})/g,
    (_whole, bare?: string, braced?: string, operator?: string, word?: string) => {
      const value = values.get(bare ?? braced ?? "") ?? "";
      if (operator === "-") return value === "" ? (word ?? "") : value;
      if (operator === "+") return value === "" ? "" : (word ?? "");
      if (value === "") missing = true;
      return value;
    },
  );
  return missing || result.includes("$") ? null : result;
}

/** Arguments that BuildKit sets by itself: https://docs.docker.com/reference/dockerfile/#predefined-args */
const predefined = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT|STAGE)$|^BUILDKIT_|^SOURCE_DATE_EPOCH$|_proxy$/i;

/** Arguments declared without a default, anywhere, that nobody sets: the usual cause when a build fails that works elsewhere. */
export function missingArgs(dockerfile: Dockerfile, given: BuildInputs["buildArgs"]): readonly string[] {
  const set = new Set(given.map(([name]) => name));
  const declared = declaredArgs(dockerfile.instructions);
  for (const { name, value } of declared) if (value !== null) set.add(name);
  const missing = declared.filter(({ name }) => !set.has(name) && !predefined.test(name)).map(({ name }) => name);
  return [...new Set(missing)];
}

/**
 * Line of `# check=…;error=true`, which makes violations of build checks errors; null without it, and where the build argument that takes its place says otherwise
 * (ParseLintOptions in frontend/dockerfile/linter of BuildKit 0.30).
 */
export function strictChecksLine({ directives }: Dockerfile, given: BuildInputs["buildArgs"]): number | null {
  if (given.some(([name]) => name === "BUILDKIT_DOCKERFILE_CHECK")) return null;
  const check = directives.find(({ name }) => name === "check");
  const options = check?.value.split(";").map((option) => option.trim()) ?? [];
  return options.some((option) => /^error\s*=\s*(1|t|true)$/i.test(option)) ? (check?.line ?? null) : null;
}

/** Ids of secrets that RUN instructions mount and nobody gives. */
export function missingSecrets(dockerfile: Dockerfile, given: readonly string[]): readonly string[] {
  const ids = dockerfile.instructions
    .filter((instruction) => instruction.keyword === "RUN")
    .flatMap((instruction) => instruction.value.match(/--mount=\S*type=secret\S*/g) ?? [])
    .flatMap((mount) => secretId(mount) ?? []);
  return [...new Set(ids)].filter((id) => !given.includes(id));
}

/** Without an id the target's base name is it. */
function secretId(mount: string): string | null {
  return mountField(mount, ["id"]) ?? mountField(mount, ["target", "dst", "destination"])?.split("/").at(-1) ?? null;
}

/** A field of `--mount=…` by one of its names. */
export function mountField(mount: string, names: readonly string[]): string | null {
  const fields = mount.slice("--mount=".length).split(",");
  const found = fields.find((field) => names.includes(field.split("=")[0] ?? ""));
  return found?.replace(/^[^=]*=/, "").replace(/^"(.*)"$/, "$1") ?? null;
}

/** The base whose metadata a step of BuildKit asks a registry for; with several platforms it says for which. null: the step is another one. */
export function loadedBase(step: string): string | null {
  return /^\[(?:\S+ )?internal\] load metadata for (\S+)$/.exec(step)?.[1] ?? null;
}

/**
 * Line of the instruction that BuildKit shows as `name` (`[builder 2/5] RUN go build`, `[internal] load metadata for docker.io/library/golang:1`);
 * null when several or none look like it.
 */
export function instructionLine(dockerfile: Dockerfile, name: string): number | null {
  const base = loadedBase(name);
  if (base !== null) return onlyLine(fromLines(dockerfile, base));
  const shown = collapse(name.replace(/^\[[^\]]*\]\s*/, ""));
  const equal = dockerfile.instructions.filter((found) => collapse(`${found.keyword} ${found.value}`) === shown);
  if (equal.length > 0) return onlyLine(equal);
  return onlyLine(dockerfile.instructions.filter((found) => startsAlike(found, shown)));
}

/** Variables are shown expanded: what stands before the first one has to do. */
function startsAlike(instruction: Instruction, shown: string): boolean {
  const text = collapse(`${instruction.keyword} ${instruction.value}`);
  const fixed = text.slice(0, text.indexOf("$")).trimEnd();
  return text.includes("$") && fixed.length > instruction.keyword.length && shown.startsWith(fixed);
}

function fromLines(dockerfile: Dockerfile, reference: string): readonly Instruction[] {
  const froms = dockerfile.instructions.filter((instruction) => instruction.keyword === "FROM");
  const short = reference.replace(/^docker\.io\/(library\/)?/, "");
  const base = (instruction: Instruction): string =>
    instruction.value.split(/\s+/).find((word) => !word.startsWith("--")) ?? "";
  const exact = froms.filter((instruction) =>
    [reference, short, short.replace(/:latest$/, "")].includes(
      base(instruction).replace(/^docker\.io\/(library\/)?/, ""),
    ),
  );
  if (exact.length > 0) return exact.slice(0, 1);
  const variable = froms.filter((instruction) => base(instruction).includes("$"));
  return variable.length === 1 ? variable : [];
}

function onlyLine(found: readonly Instruction[]): number | null {
  return found.length === 1 ? (found[0]?.line ?? null) : null;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
