import { type Check, odd, ok } from "../check.ts";
import { type Job, jobsIn, runsPipeline, workflowFiles } from "../workflows.ts";

/** Files by which goreleaser is configured, as it looks for them itself (cmd/config.go, 2.14.3). */
const goreleaserFiles = /^(?:\.config\/)?\.?goreleaser\.ya?ml$/;

/** What a release needs, and whether another program releases too. */
export const release: Check = {
  name: "release",
  async look({ repository, inputs }) {
    const lacks: string[] = [];
    let releases = inputs.ok && inputs.config.release !== "false";
    for (const path of workflowFiles(repository.files)) {
      for (const job of await jobsIn((await repository.read(path)) ?? "")) {
        if (!job.steps.some(isRelease)) continue;
        releases = true;
        lacks.push(...lackOf(job).map((what) => `${path}, job ${job.name}: ${what}`));
      }
    }
    if (lacks.length > 0) {
      return odd(
        lacks.join("; "),
        "`permissions: contents: write` lets the job release, `fetch-depth: 0` of actions/checkout finds the version before: docs/releasing.md.",
      );
    }
    const other = repository.files.find((path) => goreleaserFiles.test(path));
    const packs = inputs.ok && inputs.config.archives;
    if (other === undefined || !(releases || packs))
      return ok(releases ? "it has what it needs" : "nothing is released");
    return odd(
      `${other} configures goreleaser, and ${releases ? "`release`" : "`archives`"} packs the same binaries`,
      "Leave out one of them: the archives have the same names, and a release has each of them once.",
    );
  },
};

function isRelease(step: Job["steps"][number]): boolean {
  return runsPipeline(step) && ["draft", "true"].includes(step.given.get("release") ?? "");
}

function lackOf({ contents, steps }: Job): readonly string[] {
  const checkout = steps.find(({ uses }) => uses.startsWith("actions/checkout@"));
  return [
    ...(contents === null || contents === "write" ? [] : [`contents: ${contents}`]),
    ...(checkout === undefined || checkout.given.get("fetch-depth") === "0"
      ? []
      : ["actions/checkout fetches one commit"]),
  ];
}
