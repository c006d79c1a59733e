import { engines, namedEngine, probeRuntime, type Runtime } from "../../engine/index.ts";
import { firstSentence } from "../../errors.ts";
import { broken, type Check, odd, ok } from "../check.ts";

/** Something runs Linux containers, where the run needs them. */
export const containers: Check = {
  name: "containers",
  async look({ ask, env, go, inputs, repository }) {
    if (!inputs.ok) return ok("not known without the inputs");
    const { config } = inputs;
    // `auto` is none of them.
    const asked = engines.find(({ name }) => name === config.engine);
    const needed = asked?.sandbox === true;
    const named = asked === undefined || needed ? namedEngine({ config, env }) : null;
    if (named !== null) return ok(`an engine elsewhere runs them: ${named.reason}`);
    const runtime = await probeRuntime(ask);
    // Without a sandbox images are built with Docker alone.
    const enough = runtime.found === "linux" && (runtime.name === "docker" || needed);
    if (enough) return ok(`${runtime.name} runs Linux containers`);
    const lack = lackOf(runtime);
    if (runtime.found !== "linux" && needed) {
      return broken(
        3,
        `${lack}, which \`engine: ${config.engine}\` needs`,
        "Start Docker, or let runner-host name an engine.",
      );
    }
    if (runtime.found !== "linux" && go.state === "none") {
      return broken(
        3,
        `${lack}, and ${go.why}: nothing here can execute the stages`,
        "Install Go, start Docker, or let runner-host name an engine.",
      );
    }
    const builds = config.docker !== "false" && repository.files.includes(config.dockerfile);
    if (!builds) return ok(`no image is built here, and nothing else needs them (${lack})`);
    return odd(
      `${lack}: the stages of the image are skipped, or fail with \`docker: true\``,
      "Start Docker, let runner-host name a Dagger engine, or set `docker: false`.",
    );
  },
};

/** What is missing, as the beginning of a sentence. */
function lackOf(runtime: Runtime): string {
  if (runtime.found === "linux") return `${runtime.name} runs containers, but no Docker`;
  return runtime.found === "none" ? "no container runtime on PATH" : `no usable one: ${firstSentence(runtime.why)}`;
}
