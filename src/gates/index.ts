import { type FindingKind, type FindingKinds, findingKinds, type ShownOutput, wholeOutput } from "../model/finding.ts";
import { bench } from "./bench.ts";
import { build } from "./build.ts";
import { deliver } from "./deliver.ts";
import { deps } from "./deps.ts";
import { fix } from "./fix.ts";
import { format } from "./format.ts";
import { fuzz } from "./fuzz.ts";
import type { Gate } from "./gate.ts";
import { generate } from "./generate.ts";
import { image } from "./image.ts";
import { licenses } from "./licenses.ts";
import { lint } from "./lint.ts";
import { reproducible } from "./reproducible.ts";
import { smoke } from "./smoke.ts";
import { sync } from "./sync.ts";
import { test } from "./test.ts";
import { tidy } from "./tidy.ts";
import { vet } from "./vet.ts";
import { vulncheck } from "./vulncheck.ts";

/** All gates, in the order in which reports show them. */
export const gates = [
  deps,
  tidy,
  sync,
  generate,
  format,
  fix,
  vet,
  lint,
  vulncheck,
  licenses,
  test,
  fuzz,
  build,
  reproducible,
  bench,
  image,
  smoke,
  deliver,
] as const;

/** How reports show what they find. */
export const kinds: FindingKinds = findingKinds(gates.flatMap((gate) => gate.findings));

/** What a gate may find; nothing for one that is not known. */
export function kindsOf(name: string): readonly FindingKind[] {
  return gateOf(name)?.findings ?? [];
}

/** What of the log of a gate's stages is shown. */
export function shownOutput(name: string, config: Parameters<Gate["output"]>[0]): ShownOutput {
  return gateOf(name)?.output(config) ?? wholeOutput;
}

function gateOf(name: string): Gate | undefined {
  const known: readonly Gate[] = gates;
  return known.find((gate) => gate.name === name);
}
