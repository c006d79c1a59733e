import { describe, expect, it } from "vitest";
import { imageLabels, imageReferences } from "../../../src/gates/image/references.ts";
import type { Config } from "../../../src/inputs/config.ts";
import type { Stage, StageId } from "../../../src/model/stage.ts";
import { parseDockerfile } from "../../../src/project/dockerfile-parse.ts";
import { type FactsOptions, mainPackage, makeWholePlan, noStamp } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

const dockerfile = parseDockerfile("Dockerfile", "FROM scratch\n");
const amd = { os: "linux", arch: "amd64", variant: null };
const arm = { os: "linux", arch: "arm64", variant: null };
const mac = { os: "darwin", arch: "arm64", variant: null };

function stages(config: Partial<Config>, options: FactsOptions = {}): readonly Stage[] {
  return makeWholePlan({ ...options, config }).stages.slice(-3);
}

const withFile: FactsOptions = { run: { dockerfile } };
const on = (...platforms: readonly string[]) => Object.fromEntries(platforms.map((key) => [key, "builds" as const]));

/** What is asked of the engine for one of the three. */
function step(id: StageId, config: Partial<Config>, options: FactsOptions = withFile): unknown {
  return stages(config, options).find((stage) => stage.id === id)?.step;
}

const commands = (config: Partial<Config>, options: FactsOptions = withFile): readonly string[] =>
  stages(config, options).map(({ command }) => command);

describe("what an engine is asked for", () => {
  it("image", () => {
    const config: Partial<Config> = { dockerPlatforms: [amd, arm], imageName: "ghcr.io/owner/app" };
    const image = { dockerfile, secretIds: ["token"], labels: [["a", "b"]] as const };
    expect(step("image", config, { run: image })).toEqual({
      type: "build-image",
      stage: "image",
      source: {
        type: "dockerfile",
        context: ".",
        dockerfile: "Dockerfile",
        target: null,
        buildArgs: [],
        secretIds: ["token"],
      },
      platforms: [amd, arm],
      labels: [["a", "b"]],
      attest: null,
      name: "ghcr.io/owner/app",
      timeoutMs: 1_800_000,
      weight: 4,
    });
  });

  it("smoke, of the image's own command or what was asked for", () => {
    const plain = { type: "test-image", stage: "smoke", limitMs: 30_000, timeoutMs: 1_800_000, weight: 4 };
    const own = { ...plain, command: [], commandGiven: false, output: null, probe: null };
    expect(step("smoke", {})).toEqual(own);
    const asked: Partial<Config> = {
      smokeCommand: ["serve"],
      smokeOutput: "ready",
      smokePort: 80,
      smokePath: "/up",
      smokeStatus: [[200, 204]],
    };
    expect(step("smoke", asked)).toEqual({
      ...plain,
      command: ["serve"],
      commandGiven: true,
      output: "ready",
      probe: { port: 80, path: "/up", statuses: [[200, 204]] },
    });
  });

  it("deliver", () => {
    expect(step("deliver", { imageOutput: ["load", "tarball"], imageTags: ["v1", "v2"] })).toEqual({
      type: "deliver-image",
      stage: "deliver",
      outputs: ["load", "tarball"],
      name: "tool",
      tags: ["tool:v1", "tool:v2"],
      timeoutMs: 1_800_000,
      weight: 4,
    });
    expect(stages({ imageOutput: ["load"] }, withFile)[2]?.needs).toEqual(["image", "smoke"]);
  });

  it("nothing, by stages that still say what they need, and fail the run unless docker: warn", () => {
    const off = stages({ docker: "false" }, withFile);
    expect(off.map(({ needs, warnOnly }) => [needs, warnOnly])).toEqual([
      [[], false],
      [["image"], false],
      [["image", "smoke"], false],
    ]);
  });
});

describe("the image's name without image-name", () => {
  const name = (path: string | null, workingDirectory = "/repo"): unknown => {
    const module = makeModule({ dir: ".", path });
    return stages(
      { workingDirectory, imageOutput: ["load"] },
      { run: { dockerfile }, project: { modules: [module] } },
    )[2]?.command.split(" ")[5];
  };

  it.each([
    ["example.com/__Tool--", "tool:pipeline"],
    ["example.com/a_b.c", "a_b.c:pipeline"],
    ["example.com/~", "app:pipeline"],
  ])("is made from %s: %s", (path, expected) => {
    expect(name(path)).toBe(expected);
  });

  it("is the directory's where go.mod has no module line, on Windows too", () => {
    expect(name(null, "C:\\src\\My Tool")).toBe("my-tool:pipeline");
  });
});

describe("an image of the binary", () => {
  const binary: Partial<Config> = { dockerFrom: "binary" };

  it("is skipped like one of a Dockerfile when nothing here builds images", () => {
    const builder = { ok: false, reason: "no Docker daemon answers" } as const;
    expect(step("image", binary, { run: { builder } })).toEqual({
      status: "skipped",
      reason: "no Docker daemon answers",
    });
  });

  it("fails without a main package where docker: true asks for one", () => {
    const reason = "no main package to make an image of (docker-from: binary)";
    expect(step("image", { ...binary, docker: "true" }, { module: { mains: [] } })).toEqual({
      status: "failed",
      reason,
    });
  });

  it("is not made from what docker-from: dockerfile asks for", () => {
    const reason = "no Dockerfile at Dockerfile: add one, or set dockerfile to where it is";
    expect(step("image", { docker: "true", dockerFrom: "dockerfile" }, {})).toEqual({ status: "failed", reason });
  });

  it("fails when its program is not built for one of its platforms", () => {
    const mains = [
      mainPackage("example.com/tool/cmd/app", on("linux/amd64")),
      mainPackage("example.com/tool/cmd/x", on("linux/amd64", "linux/arm64")),
    ];
    const config = { ...binary, platforms: [amd, arm], dockerPlatforms: [amd, arm], imageName: "app" };
    expect(step("image", config, { module: { mains } })).toEqual({
      status: "failed",
      reason: "example.com/tool/cmd/app is not built for linux/arm64, so there is no image of it",
    });
  });

  it("has of each platform the program it is named after, and waits for all of them", () => {
    const both = on("linux/amd64", "linux/arm64", "darwin/arm64");
    const mains = ["x", "app"].map((name) => mainPackage(`example.com/tool/cmd/${name}`, both));
    const config = { ...binary, platforms: [mac, arm, amd], dockerPlatforms: [amd, arm], imageName: "app" };
    expect(step("image", config, { module: { mains } })).toMatchObject({
      source: {
        type: "binary",
        binaries: [
          { platform: amd, stage: "build:linux/amd64", out: "bin/0/app" },
          { platform: arm, stage: "build:linux/arm64", out: "bin/0/app" },
        ],
        entrypoint: "app",
        base: null,
      },
    });
    const [image] = stages(config, { module: { mains } });
    expect(image?.needs).toEqual(["build:linux/amd64", "build:linux/arm64"]);
    expect(image?.command).toMatch(/^GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o app /);
  });

  it("is for the machine's own processor where that is built", () => {
    const mains = [mainPackage("example.com/tool", on("linux/amd64", "linux/arm64"))];
    const platforms = (arch: string): unknown => {
      const inspection = { native: { os: "linux", arch, variant: null } };
      const config = { ...binary, platforms: [amd, arm] };
      return step("image", config, { module: { mains }, inspection });
    };
    expect(platforms("arm64")).toMatchObject({ platforms: [arm] });
    expect(platforms("riscv64")).toMatchObject({ platforms: [amd] });
  });

  it("is refused with all that is needed to choose", () => {
    const mains = ["a", "b"].map((name) => mainPackage(`example.com/tool/${name}`));
    expect(() => stages(binary, { module: { mains } })).toThrow(
      "docker-from: an image holds one program, and there are 2 main packages (example.com/tool/a, example.com/tool/b). " +
        "Set image-name to the name of the one it is made of, choose with main-packages, or write a Dockerfile.",
    );
    const why = "docker-from: binary makes the image of the binary that the build stage made";
    expect(() => stages({ ...binary, dockerPlatforms: [arm, mac] })).toThrow(
      `docker-platforms: linux/arm64, darwin/arm64 is not in platforms (${why}).`,
    );
  });
});

describe("commands to do it by hand", () => {
  const build = "docker build -f Dockerfile -t tool:pipeline .";

  it("are short where nothing was asked for", () => {
    expect(commands({})).toEqual([build, `${build} && docker run --rm tool:pipeline`, build]);
  });

  it("name platforms, and every tag that is saved or pushed", () => {
    const config: Partial<Config> = {
      dockerPlatforms: [amd, arm],
      imageTags: ["h/a:v1", "h/a:v2"],
      imageOutput: ["tarball", "push"],
    };
    expect(commands(config)[2]).toBe(
      "docker build -f Dockerfile --platform linux/amd64,linux/arm64 -t h/a:v1 . && " +
        "docker save -o image.tar h/a:v1 h/a:v2 && docker push h/a:v1 && docker push h/a:v2",
    );
  });

  it("have a name for an image without tags", () => {
    expect(commands({ imageTags: [] }).slice(0, 2)).toEqual([
      "docker build -f Dockerfile -t app:pipeline .",
      "docker build -f Dockerfile -t app:pipeline . && docker run --rm app:pipeline",
    ]);
  });

  it("compile a module below the root where it is", () => {
    const [image] = stages({ docker: "true" }, { module: { dir: "a b" } });
    expect(image?.command).toBe(
      "(cd 'a b' && GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o tool -buildvcs=false example.com/tool) && " +
        "printf '%s\\n' 'FROM scratch' 'COPY tool /tool' 'USER 65532:65532' 'ENTRYPOINT [\"/tool\"]' | " +
        "docker build -t tool:pipeline -f - 'a b'",
    );
  });

  it("say what a Dockerfile that is not there would be built with", () => {
    expect(commands({}, {})[0]).toBe(build);
  });
});

describe("references and labels", () => {
  it("refuses all tags that name no registry to push to, and says what to write", () => {
    expect(() => imageReferences("app", ["v1", "v2"], ["push"])).toThrow(
      "image-tags: app:v1, app:v2 names no registry to push to. Give whole references such as ghcr.io/owner/app:v1, " +
        "or set image-name to ghcr.io/owner/name.",
    );
    expect(imageReferences("app", ["v1"], "default")).toEqual(["app:v1"]);
  });

  it("has labels for what is known", () => {
    const facts = { serverUrl: "https://h", repository: null };
    expect(imageLabels(facts, noStamp)).toEqual([]);
    expect(imageLabels(facts, { ...noStamp, commit: "abc" })).toEqual([["org.opencontainers.image.revision", "abc"]]);
  });
});
