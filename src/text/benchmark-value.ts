/** Numbers of benchmarks for people. */

/** `1.234 µs`, `3.25 KiB`, `2.5 MiB/s`, `12 allocs`, `0.5 things/op`: four digits, and what a unit says per operation left out where everybody knows. */
export function benchmarkValue(value: number, unit: string): string {
  if (unit === "sec/op") return scaled(value, 1_000, times, 3);
  if (unit === "B/op") return scaled(value, 1_024, bytes, 0);
  if (unit === "B/s") return `${scaled(value, 1_024, bytes, 0)}/s`;
  return `${digits(value)} ${unit === "allocs/op" ? "allocs" : unit}`;
}

const times = ["ns", "µs", "ms", "s"] as const;
const bytes = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** `at`: the name of the unit itself; smaller ones stand before it. */
function scaled(value: number, step: number, units: readonly string[], at: number): string {
  let [index, left] = [0, value * step ** at];
  while (left >= step && index < units.length - 1) {
    left /= step;
    index += 1;
  }
  return `${digits(left)} ${units[index] ?? ""}`;
}

function digits(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}

/** `+12.50 %`, `−3.10 %`, `from 0`; a difference that is there is never shown as none. `change`: percent, null where it was 0. */
export function changeWords(change: number | null): string {
  if (change === null) return "from 0";
  if (change === 0) return "±0 %";
  const [sign, size] = [change < 0 ? "−" : "+", Math.abs(change)];
  return size < 0.005 ? `${sign}<0.01 %` : `${sign}${size.toFixed(2)} %`;
}
