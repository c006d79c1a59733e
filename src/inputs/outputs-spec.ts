/** The outputs of the step, the one source for action.yml and README. */
export const outputs = {
  conclusion:
    "`success`, `failure` (a check failed), `error` (wrong inputs, or the engine or environment broke) or `cancelled`.",
  engine: "What executed the stages: `dagger` or `host`.",
  "total-coverage": "Percentage of covered statements with one decimal, rounded as Go does; empty when there is none.",
  "tests-passed": "Number of tests that passed, subtests included.",
  "tests-failed":
    "Number of tests that failed, subtests included; those that a crash elsewhere or a time limit interrupted are not among them.",
  "tests-skipped": "Number of tests that were skipped, subtests included.",
  stages: "Every stage with its status, as JSON.",
  artifacts: "The binaries as JSON: name, os, arch, path, sha256, size.",
  "image-digest": "Digest of the image: of the registry's manifest when it was pushed, else of its configuration.",
  "image-tags": "References the image was given.",
  "cache-hit": "`true` when the caches of a run with the same modules and settings were restored, else `false`.",
  report: "Path of report.json, the whole result.",
  "trace-url": "Address of the trace at Dagger Cloud, empty without one.",
} as const;
