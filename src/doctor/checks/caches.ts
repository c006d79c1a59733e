import { type Check, odd, ok } from "../check.ts";
import { jobsIn, runsPipeline, workflowFiles } from "../workflows.ts";

/** Two actions that keep Go's caches in one job save and restore the same gigabytes twice. */
export const caches: Check = {
  name: "caches",
  async look({ repository }) {
    const twice: string[] = [];
    const own = workflowFiles(repository.files);
    for (const path of own) {
      for (const { name, steps } of await jobsIn((await repository.read(path)) ?? "")) {
        const ours = steps.some((step) => runsPipeline(step) && step.given.get("cache") !== "false");
        const others = steps
          .filter(({ uses, given }) => keepsGo(uses, given))
          .map(({ uses }) => uses.split("@")[0] ?? uses);
        if (ours && others.length > 0) twice.push(`${path}, job ${name}: ${others.join(", ")}`);
      }
    }
    if (twice.length === 0) return ok(`${own.length} workflow file(s), none with a second cache of Go`);
    return odd(
      `kept twice in ${twice.join("; ")}`,
      "Set `cache: false` on the other action, or leave it out: Go comes without actions/setup-go.",
    );
  },
};

function keepsGo(uses: string, given: ReadonlyMap<string, string>): boolean {
  if (/^actions\/setup-go@/.test(uses)) return given.get("cache") !== "false";
  return (
    /^actions\/cache(\/restore)?@/.test(uses) &&
    /go-build|go\/pkg\/mod|GOCACHE|GOMODCACHE/.test(given.get("path") ?? "")
  );
}
