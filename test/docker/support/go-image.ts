import { execFileSync } from "node:child_process";
import { inject } from "vitest";

/** Makes an image of the small Debian and this machine's Go toolchain, as there is none to be pulled; `pushed`: at the open registry. Answers its name. */
export function makeGoImage(where: "daemon" | "pushed" = "daemon"): string {
  const { base, dockerHost, registry } = inject("machine");
  const env = { ...process.env, DOCKER_HOST: dockerHost };
  const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  const dockerfile = `FROM ${base}\nCOPY bin /usr/local/go/bin\nCOPY pkg /usr/local/go/pkg\nCOPY src /usr/local/go/src\nENV PATH=/usr/local/go/bin:/usr/bin:/bin\n`;
  const name = where === "daemon" ? "tests/golang:local" : `${registry}/golang:test`;
  execFileSync("docker", ["build", "--quiet", "--tag", name, "--file", "-", goroot], { env, input: dockerfile });
  if (where === "pushed") {
    execFileSync("docker", ["push", "--quiet", name], { env });
    execFileSync("docker", ["image", "rm", name], { env });
  }
  return name;
}
