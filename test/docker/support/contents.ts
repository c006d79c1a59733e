import { execFileSync } from "node:child_process";

/** Containers, networks and images of a daemon, a line each. */
export function daemonContents(dockerHost: string): readonly string[] {
  const env = { ...process.env, DOCKER_HOST: dockerHost };
  const list = (...args: readonly string[]): readonly string[] =>
    execFileSync("docker", args, { env, encoding: "utf8" })
      .split("\n")
      .filter((line) => line !== "");
  return [
    ...list("ps", "--all", "--format", "container {{.Names}}"),
    ...list("network", "ls", "--filter", "type=custom", "--format", "network {{.Name}}"),
    ...list("image", "ls", "--format", "image {{.Repository}}:{{.Tag}}"),
  ];
}
