import { compareGo, oldestGo, takesToolchains } from "../../project/go-version.ts";
import { broken, type Check, odd, ok } from "../check.ts";

/** The Go of this machine is the one that the modules ask for. */
export const toolchain: Check = {
  name: "go",
  look({ go, project, inputs }) {
    const own = "Install Go (in a workflow: actions/setup-go), or use `engine: dagger`, which brings its own.";
    if (go.state === "none") return odd(go.why, own);
    if (go.state === "refuses")
      return broken(
        3,
        "a setting of the environment is one that Go does not take",
        "`go version` or `go env` names it: correct or unset it.",
      );
    const asked = inputs.ok ? inputs.config.goVersion : null;
    const wanted = asked ?? project?.wantedGo?.version ?? oldestGo;
    const source = asked === null ? (project?.wantedGo?.source ?? "the oldest that is supported") : "go-version";
    const saw = `${go.version} is on PATH; ${wanted} is wanted (${source})`;
    if (!/^\d/.test(wanted) || compareGo(go.version, wanted) >= 0) return ok(saw);
    if (takesToolchains(go.gotoolchain)) {
      return odd(`${saw}, which Go downloads in every fresh job`, "Install that version, or lower the line.");
    }
    return odd(
      `${saw}, and GOTOOLCHAIN=${go.gotoolchain} forbids to take another`,
      `Unset GOTOOLCHAIN, or install Go ${wanted}; \`engine: dagger\` brings its own.`,
    );
  },
};
