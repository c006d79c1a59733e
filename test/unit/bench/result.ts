import type { BenchResult, Contender, Phases, Sample } from "../../../bench/model.ts";

/** A result with figures that are easy to follow through tables and charts. */
export function makeResult(overrides: Partial<BenchResult> = {}): BenchResult {
  return {
    schemaVersion: 2,
    subject: {
      name: "hello",
      commit: "0123456789abcdef0123456789abcdef01234567",
      module: "example.com/hello",
      modules: 1,
      packages: 3,
      testPackages: 2,
      mains: 1,
      edited: "greeting/greeting.go",
      data: null,
    },
    engine: "host",
    machine: {
      cpu: "A Processor",
      cores: 2,
      memoryBytes: 8 * 1024 ** 3,
      system: "Linux 6.1",
      node: "v20.20.2",
      go: "go1.26.8",
      archiver: "zstd",
    },
    startedAt: "2026-01-02T03:04:05.000Z",
    cases: [
      { name: "cold", samples: [sample(1, "plain", 120_000), sample(1, "ours", 102_000)] },
      {
        name: "changed",
        samples: [
          sample(1, "plain", 4_000),
          sample(1, "ours", 3_000),
          sample(1, "alone", 4_200),
          sample(2, "ours", 2_000),
          sample(2, "alone", 4_000),
          sample(2, "plain", 5_000),
        ],
      },
    ],
    ...overrides,
  };
}

export function sample(round: number, contender: Contender, wallMs: number, overrides: Partial<Sample> = {}): Sample {
  return {
    round,
    contender,
    wallMs,
    cpuMs: wallMs * 1.5,
    peakMemoryBytes: contender === "ours" ? (80 + round) * 1024 ** 2 : null,
    exitCode: 0,
    load: round / 2,
    steps: contender === "ours" ? [] : steps(contender, wallMs),
    phases: contender === "ours" ? phases(wallMs) : null,
    transfer: null,
    ...overrides,
  };
}

function steps(contender: Contender, wallMs: number): Sample["steps"] {
  const step = (name: string, part: number) => ({ name, wallMs: wallMs * part, cpuMs: wallMs * part, exitCode: 0 });
  return [
    step(contender === "alone" ? "deps" : "download", 0.1),
    step("format", 0.2),
    step("vet", 0.3),
    step("test", 0.4),
  ];
}

function phases(wallMs: number): Phases {
  const stage = (id: string, startMs: number, durationMs: number) => ({
    id,
    status: "passed",
    startMs,
    durationMs,
    cached: id === "format",
  });
  return {
    beforeFirstStageMs: 250,
    stagesMs: wallMs - 400,
    afterLastStageMs: 150,
    stages: [stage("deps", 250, 300), stage("format", 260, 100), stage("test", 550, wallMs - 700)],
  };
}
