import type { Json } from "./merge.ts";

/** What a build calls gates, by the names that expectations have for them. */
export type GateNames = ReadonlyMap<string, string>;

export const noneRenamed: GateNames = new Map();

/**
 * An expectation with other names of gates: in ids, in `gate`, and where a reason names a stage. What a finding says it comes from is no name of a gate.
 */
export function renameGates(report: Json, names: GateNames): Json {
  if (names.size === 0 || !isObject(report)) return report;
  const rename = (value: Json | undefined): Json =>
    typeof value === "string" ? renameIn(value, names) : (value ?? null);
  const stage = (value: Json): Json => {
    if (!isObject(value)) return value;
    return {
      ...value,
      id: rename(value["id"]),
      gate: rename(value["gate"]),
      reason: renameInReason(value["reason"], names),
    };
  };
  return { ...report, reasons: each(report["reasons"], rename), stages: each(report["stages"], stage) };
}

/** The gate at the start of an id, or of a reason of the run, which begins with an id: `vet`, `tools/gen#vet`, `vet: 1 finding`. */
export function renameIn(text: string, names: GateNames): string {
  return text.replace(/^((?:[^\s:#]+#)?)([\w-]+)(?=:|$)/, (whole, module: string, gate: string) => {
    const name = names.get(gate);
    return name === undefined ? whole : module + name;
  });
}

/** `format did not pass`, `stopped because format failed`: a reason that comes from another stage begins its sentence with the id. */
function renameInReason(reason: Json | undefined, names: GateNames): Json {
  if (typeof reason !== "string") return reason ?? null;
  return reason.replace(/^(stopped because )?(\S+)(?= (?:did not pass|failed)\b)/, (_, before = "", id: string) => {
    return before + renameIn(id, names);
  });
}

function each(list: Json | undefined, change: (element: Json) => Json): Json {
  return Array.isArray(list) ? list.map(change) : (list ?? null);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
