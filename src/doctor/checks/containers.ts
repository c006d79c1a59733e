import { firstSentence } from "../../errors.ts";
import { broken, type Check, odd, ok } from "../check.ts";

/** Variables that name an engine elsewhere, or a session. */
const engineNames: ReadonlySet<string> = new Set(["_EXPERIMENTAL_DAGGER_RUNNER_HOST", "DAGGER_SESSION_PORT"]);

/** Something here runs Linux containers. */
export const containers: Check = {
  name: "containers",
  async look({ ask, env, go, inputs, repository }) {
    const { installed, stdout, stderr, problem } = await ask("docker", ["info", "--format", "{{.OSType}}"]);
    if (problem === "" && stdout.trim() === "linux") return ok("Docker runs Linux containers");
    const why = installed
      ? `Docker is not usable: ${firstSentence((stderr.trim() || problem || `it runs ${stdout.trim()} containers`).split("\n")[0] ?? "")}`
      : "no docker on PATH";
    const elsewhere =
      (inputs.ok && inputs.config.runnerHost !== null) || Object.keys(env).some((name) => engineNames.has(name));
    if (go.state === "none" && !elsewhere) {
      return broken(
        3,
        `${why}, and ${go.why}: nothing here can execute the stages`,
        "Install Go, start Docker, or let runner-host name an engine.",
      );
    }
    const dockerfile =
      inputs.ok && inputs.config.docker !== "false" && repository.files.includes(inputs.config.dockerfile);
    if (!dockerfile) return ok(`${why}; no image is built here`);
    return odd(
      `${why}: the stages of the image are skipped, or fail with \`docker: true\``,
      "Start Docker, let runner-host name a Dagger engine, or set `docker: false`.",
    );
  },
};
