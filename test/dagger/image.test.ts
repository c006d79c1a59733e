import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, image, reportOf, sandboxes, smallModule, statuses } from "./support/repositories.ts";

const newSandbox = sandboxes();

describe("images", () => {
  const dockerfile = [
    `FROM ${image} AS build`,
    "ARG GREETING",
    "WORKDIR /src",
    "COPY . .",
    'RUN --mount=type=secret,id=token test "$(cat /run/secrets/token)" = hunter2',
    "RUN test ! -e ignored.txt && CGO_ENABLED=0 go build -o /app .",
    "FROM scratch",
    "COPY --from=build /app /app",
    'ENTRYPOINT ["/app"]',
    "",
  ].join("\n");
  const module: Files = { ...smallModule, Dockerfile: dockerfile, ".dockerignore": "ignored.txt\n", "ignored.txt": "" };
  const checksOff = ["--no-format", "--no-vet", "--no-test", "--no-build"];
  const secret = ["--docker-secrets", "token=hunter2"];

  it("are built with secrets and rules, tested, and handed over as a file", async () => {
    const box = newSandbox(module);
    const run = await box.run([
      ...checksOff,
      ...secret,
      "--image-output",
      "tarball",
      "--smoke-command",
      "x",
      "--smoke-output",
      "small",
    ]);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(statuses(box)).toMatchObject({ image: "passed", smoke: "passed", deliver: "passed" });
    const tarball = readFileSync(join(box.root, ".pipeline/image/small.tar"), "latin1");
    expect(tarball).not.toContain("hunter2");
    expect(run.stdout + readFileSync(join(box.root, ".pipeline/logs/image.log"), "utf8")).not.toContain("hunter2");
  });

  it("are made of the binary that was built", async () => {
    const box = newSandbox();
    const run = await box.run(["--docker", "true", "--image-output", "tarball"]);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(statuses(box)).toMatchObject({ image: "passed", smoke: "passed", deliver: "passed" });
    expect(existsSync(join(box.root, ".pipeline/image/small.tar"))).toBe(true);
  });

  it("that do not build fail at their line", async () => {
    const box = newSandbox({ ...module, Dockerfile: `FROM ${image}\nRUN echo why && exit 4\n` });
    expect((await box.run(checksOff)).exitCode).toBe(1);
    expect(statuses(box)).toMatchObject({ image: "failed", smoke: "blocked", deliver: "blocked" });
    const report = JSON.stringify(reportOf(box));
    expect(report).toContain("Dockerfile:2: RUN echo why && exit 4 failed with exit code 4");
  });

  it("are warned about when their program ends with a failure nobody asked about", async () => {
    const box = newSandbox({
      ...smallModule,
      "main.go": 'package main\n\nimport "os"\n\nfunc main() { os.Exit(2) }\n',
    });
    const run = await box.run(["--docker", "true", "--no-test", "--image-output", "tarball"]);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(statuses(box)["smoke"]).toBe("warned");
  });

  it("that cannot be pushed leave the tarball", async () => {
    const box = newSandbox();
    const flags = ["--docker", "true", "--image-output", "tarball,push", "--image-tags", "127.0.0.1:1/x/small:v1"];
    const run = await box.run(flags);
    expect(run.exitCode).toBe(3);
    expect(statuses(box)["deliver"]).toBe("errored");
    expect(existsSync(join(box.root, ".pipeline/image/small.tar"))).toBe(true);
  });
});
