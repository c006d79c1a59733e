import { execFileSync } from "node:child_process";
import { inject } from "vitest";

/** Makes an image of the small Debian and this machine's Go toolchain, as there is none to be pulled. Answers its name. */
export function makeGoImage(): string {
  const { base, dockerHost } = inject("machine");
  const env = { ...process.env, DOCKER_HOST: dockerHost };
  const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  const dockerfile = `FROM ${base}\nCOPY bin /usr/local/go/bin\nCOPY pkg /usr/local/go/pkg\nCOPY src /usr/local/go/src\nENV PATH=/usr/local/go/bin:/usr/bin:/bin\n`;
  const name = "tests/golang:local";
  execFileSync("docker", ["build", "--quiet", "--tag", name, "--file", "-", goroot], { env, input: dockerfile });
  return name;
}
