import { describe, expect, test } from "vitest";
import { idleAttestations } from "../../../../src/gates/image/plan.ts";
import { imageLabels, imageReferences } from "../../../../src/gates/image/references.ts";
import type { Config } from "../../../../src/inputs/config.ts";
import type { MainPackage } from "../../../../src/model/project.ts";
import type { Stage } from "../../../../src/model/stage.ts";
import { parseDockerfile } from "../../../../src/project/dockerfile-parse.ts";
import { type FactsOptions, mainPackage, makeFacts, makeWholePlan, noStamp } from "../../../support/facts.ts";
import { makeModule } from "../../../support/module.ts";

const dockerfile = parseDockerfile("Dockerfile", "FROM scratch\n");
const stamp = { ...noStamp, version: "v1.2.3", commit: "abc", date: "2026-11-30T04:00:00Z", branch: "main" };
const linux = { os: "linux", arch: "amd64", variant: null };
const arm = { os: "linux", arch: "arm64", variant: null };

/** The three stages: their steps, or status and reason. */
function stages(config: Partial<Config>, options: FactsOptions = {}): readonly Stage[] {
  return makeWholePlan({ ...options, config }).stages.slice(-3);
}

function fates(config: Partial<Config>, options: FactsOptions = {}): readonly string[] {
  return stages(config, options).map(({ step }) => ("type" in step ? step.type : `${step.status}: ${step.reason}`));
}

const withFile: FactsOptions = { run: { dockerfile } };
const all = (fate: string): readonly string[] => [fate, fate, fate];

describe("whether there is an image", () => {
  test("docker: auto needs a Dockerfile and something that builds", () => {
    expect(fates({})).toEqual(all("skipped: no Dockerfile at Dockerfile"));
    expect(fates({}, withFile)).toEqual(["build-image", "test-image", "deliver-image"]);
    const builder = { ok: false, reason: "no Docker daemon answers" } as const;
    expect(fates({}, { run: { dockerfile, builder } })).toEqual(all("skipped: no Docker daemon answers"));
    expect(fates({}, { run: { builder } })).toEqual(all("skipped: no Dockerfile at Dockerfile"));
  });

  test("docker: false switches all three off", () => {
    expect(fates({ docker: "false" }, withFile)).toEqual(all("disabled: switched off by `docker: false`"));
  });

  test("docker: true runs whatever the daemon says, and docker: warn never fails the run", () => {
    const builder = { ok: false, reason: "x" } as const;
    expect(fates({ docker: "true" }, { run: { dockerfile, builder } })).toEqual([
      "build-image",
      "test-image",
      "deliver-image",
    ]);
    expect(stages({ docker: "warn" }, withFile).map((stage) => stage.warnOnly)).toEqual([true, true, true]);
  });

  test("docker: true without Dockerfile and main package fails, and so does a Dockerfile that was named", () => {
    const library = { module: { mains: [] } };
    expect(fates({ docker: "true" }, library)).toEqual([
      "failed: no Dockerfile at Dockerfile: add one, or set dockerfile to where it is",
      "test-image",
      "deliver-image",
    ]);
    expect(fates({ dockerfile: "deploy/Dockerfile", given: new Set(["dockerfile"]) })[0]).toMatch(
      /^failed: no Dockerfile at deploy\/Dockerfile/,
    );
  });
});

describe("attestations", () => {
  const attest = (config: Partial<Config>) => {
    const step = stages(config, withFile)[0]?.step;
    return step !== undefined && "type" in step && step.type === "build-image" ? step.attest : null;
  };
  const pushed = { imageOutput: ["push"], imageTags: ["ghcr.io/o/tool:v1"] } as const;

  test("are made of what is pushed, where they are asked for", () => {
    expect(attest({ ...pushed, dockerSbom: "scanner:1", dockerProvenance: "max" })).toEqual({
      sbom: "scanner:1",
      provenance: "max",
    });
    expect(attest({ ...pushed, dockerProvenance: "min" })).toEqual({ sbom: null, provenance: "min" });
    expect(attest({ ...pushed, dockerSbom: "scanner:1" })).toEqual({ sbom: "scanner:1", provenance: null });
    expect(attest(pushed)).toBeNull();
    expect(attest({ imageOutput: ["load"], dockerSbom: "scanner:1", dockerProvenance: "max" })).toBeNull();
  });

  test("are idle, which is said, where an image is made and not pushed", () => {
    const said = (config: Partial<Config>, file: typeof dockerfile | null = dockerfile) =>
      idleAttestations(makeFacts({ config }).config, file);
    const both = { dockerSbom: "o/scanner:1", dockerProvenance: "max" } as const;
    expect(said({ ...both, imageOutput: ["load"] })).toEqual([
      "docker-sbom, docker-provenance: nothing is attested, because image-output does not push the image.",
    ]);
    expect(said({ dockerProvenance: "min" })).toEqual([expect.stringMatching(/^docker-provenance: nothing/)]);
    expect(said({})).toEqual([]);
    expect(said({ ...both, ...pushed })).toEqual([]);
    expect(said(both, null)).toEqual([]);
    expect(said({ ...both, docker: "false" })).toEqual([]);
  });
});

describe("an image of the binary", () => {
  const source = (config: Partial<Config>, options?: FactsOptions) => {
    const step = stages(config, options)[0]?.step;
    return step !== undefined && "type" in step && step.type === "build-image" ? step : null;
  };

  test("is made with docker: true and no Dockerfile, after its build stage", () => {
    expect(source({ docker: "true" })).toMatchObject({
      source: {
        type: "binary",
        binaries: [{ platform: linux, stage: "build:linux/amd64", out: "bin/0/tool" }],
        entrypoint: "tool",
        base: null,
      },
      platforms: [linux],
      name: "tool",
    });
    expect(stages({ docker: "true" })[0]?.needs).toEqual(["build:linux/amd64"]);
    expect(source({ docker: "true" }, withFile)?.source.type).toBe("dockerfile");
    expect(source({ dockerFrom: "binary" }, withFile)?.source.type).toBe("binary");
  });

  test("has the platforms asked for", () => {
    const mains = [mainPackage("example.com/tool", { "linux/amd64": "builds", "linux/arm64": "builds" })];
    const config = { dockerFrom: "binary", platforms: [linux, arm], dockerPlatforms: [linux, arm] } as const;
    expect(source(config, { module: { mains } })?.platforms).toEqual([linux, arm]);
    expect(() => stages({ dockerFrom: "binary", dockerPlatforms: [arm] })).toThrow(
      /^docker-platforms: linux\/arm64 is not in platforms/,
    );
  });

  test("is of the engine's own platform, else of one that is built and not run", () => {
    const mains = [mainPackage("example.com/tool", { "linux/amd64": "builds" })];
    const inspection = { native: { os: "darwin", arch: "arm64", variant: null } };
    expect(fates({ dockerFrom: "binary" }, { module: { mains }, inspection })).toEqual([
      "build-image",
      "skipped: linux/amd64: built, not run (this machine is arm64)",
      "deliver-image",
    ]);
  });

  test("is of one main package: the only one, or the one with the image's name", () => {
    const mains: readonly MainPackage[] = [
      mainPackage("example.com/tool/cmd/server"),
      mainPackage("example.com/tool/cmd/client"),
    ];
    expect(() => stages({ dockerFrom: "binary" }, { module: { mains } })).toThrow(/2 main packages .*image-name/);
    expect(
      source({ dockerFrom: "binary", imageName: "ghcr.io/owner/client" }, { module: { mains } })?.source,
    ).toMatchObject({
      entrypoint: "client",
      base: null,
    });
  });

  test("needs a main package, a Linux platform and the build stage", () => {
    expect(fates({ dockerFrom: "binary" }, { module: { mains: [] } })).toEqual(
      all("skipped: no main package to make an image of (docker-from: binary)"),
    );
    expect(() => stages({ dockerFrom: "binary", platforms: [{ os: "darwin", arch: "arm64", variant: null }] })).toThrow(
      /^platforms: none is for Linux/,
    );
    expect(() => stages({ dockerFrom: "binary", build: "false" })).toThrow(/^build: false leaves no binary/);
  });
});

describe("the stages", () => {
  test("say in their commands how to do it by hand", () => {
    const config: Partial<Config> = {
      dockerBuildArgs: [["VERSION", "a b"]],
      dockerTarget: "app",
      smokeCommand: ["serve", "--now"],
      smokePort: 8080,
      imageOutput: ["push"],
      imageTags: ["ghcr.io/owner/tool:v1"],
    };
    const [image, smoke, deliver] = stages(config, { run: { dockerfile, secretIds: ["token"] } });
    const build =
      "docker build -f Dockerfile --target app --build-arg 'VERSION=a b' --secret id=token -t ghcr.io/owner/tool:v1 .";
    expect(image?.command).toBe(build);
    expect(smoke?.command).toBe(`${build} && docker run --rm -p 127.0.0.1:8080:8080 ghcr.io/owner/tool:v1 serve --now`);
    expect(deliver?.command).toBe(`${build} && docker push ghcr.io/owner/tool:v1`);
    expect(stages({ dockerFrom: "binary", dockerBase: "alpine:3.22" })[0]?.command).toContain(
      "printf '%s\\n' 'FROM alpine:3.22' 'COPY tool /tool'",
    );
    expect(stages({ docker: "true" })[0]?.command).toBe(
      "GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o tool -buildvcs=false example.com/tool && " +
        "printf '%s\\n' 'FROM scratch' 'COPY tool /tool' 'USER 65532:65532' 'ENTRYPOINT [\"/tool\"]' | docker build -t tool:pipeline -f - .",
    );
  });

  test("hand over after the smoke test, and push after everything", () => {
    expect(stages({}, withFile).map((stage) => stage.needs)).toEqual([[], ["image"], ["image", "smoke"]]);
    const push = stages({ imageOutput: ["load", "push"], imageTags: ["owner/tool:v1"] }, withFile)[2];
    expect(push?.needs).toEqual(["deps", "format", "vet", "test", "build:linux/amd64", "image", "smoke"]);
  });

  test("hand nothing over with image-output: none", () => {
    expect(fates({ imageOutput: [] }, withFile)).toEqual([
      "build-image",
      "test-image",
      "disabled: switched off by `image-output: none`",
    ]);
  });

  test("do not run an image for another processor", () => {
    expect(fates({ dockerPlatforms: [arm] }, withFile)[1]).toBe(
      "skipped: linux/arm64: built, not run (this machine is amd64)",
    );
    expect(fates({ dockerPlatforms: [arm, linux] }, withFile)[1]).toBe("test-image");
  });

  test("name the image after the module in the working directory, with several after the directory", () => {
    const named = (dirs: readonly string[]): unknown => {
      const facts = makeFacts();
      const [inspected] = facts.inspection.modules;
      const modules = dirs.map((dir) =>
        makeModule({ dir, path: dir === "." ? "example.com/root" : `example.com/${dir}` }),
      );
      const found = dirs.flatMap((dir) => (inspected === undefined ? [] : [{ ...inspected, dir, mains: [] }]));
      const step = stages(
        { workingDirectory: "/repo/Services" },
        { run: { dockerfile }, project: { modules }, inspection: { modules: found } },
      )[0]?.step;
      return step !== undefined && "type" in step && step.type === "build-image" ? step.name : null;
    };
    expect(named(["tool"])).toBe("tool");
    expect(named([".", "tool"])).toBe("root");
    expect(named(["a", "b"])).toBe("services");
  });

  test("name the image after the module", () => {
    const name = (path: string | null): unknown => {
      const module = makeModule({ dir: ".", path });
      const step = stages({}, { run: { dockerfile }, project: { modules: [module] } })[0]?.step;
      return step !== undefined && "type" in step && step.type === "build-image" ? step.name : null;
    };
    expect(name("example.com/Tool/v2")).toBe("tool");
    expect(name("example.com/My__Tool~x")).toBe("my-tool-x");
    expect(name(null)).toBe("repo");
  });
});

test("references are tags of the name, or whole", () => {
  expect(imageReferences("ghcr.io/owner/app", ["v1", "latest", "v1"], "default")).toEqual([
    "ghcr.io/owner/app:v1",
    "ghcr.io/owner/app:latest",
  ]);
  expect(imageReferences("app", ["v1", "localhost:5000/app:v2"], ["load"])).toEqual([
    "app:v1",
    "localhost:5000/app:v2",
  ]);
  expect(() => imageReferences("app", ["v1", "owner/app:v1"], ["push"])).toThrow(
    /^image-tags: app:v1 names no registry to push to/,
  );
});

test("labels are those of a commit", () => {
  const facts = { serverUrl: "https://github.com", repository: "owner/app" };
  expect(imageLabels(facts, stamp)).toEqual([
    ["org.opencontainers.image.source", "https://github.com/owner/app"],
    ["org.opencontainers.image.revision", "abc"],
    ["org.opencontainers.image.version", "v1.2.3"],
    ["org.opencontainers.image.created", "2026-11-30T04:00:00Z"],
  ]);
  expect(imageLabels({ serverUrl: null, repository: "owner/app" }, noStamp)).toEqual([]);
});

describe("tags with placeholders", () => {
  const run = { dockerfile, stampOf: () => ({ ...stamp, version: "v1.2.3+dirty", branch: "feat/x" }) };
  const references = (imageTags: readonly string[], options: FactsOptions = {}): unknown => {
    const step = stages({ imageTags }, { ...options, run: { ...run, ...options.run } }).at(-1)?.step;
    return step !== undefined && "type" in step && step.type === "deliver-image" ? step.tags : null;
  };

  test("are filled with what a tag may hold", () => {
    expect(references(["{version}", "x-{semver}", "ghcr.io/owner/app:{branch}"])).toEqual([
      "tool:v1.2.3-dirty",
      "tool:x-1.2.3-dirty",
      "ghcr.io/owner/app:feat-x",
    ]);
  });

  test("refuse what is not known, and do not mind where there is no image", () => {
    expect(() => references(["{version}"], { run: { stampOf: () => noStamp } })).toThrow(
      "image-tags: {version} is not known: there is no git. Set `version`, or run in a git checkout that has commits.",
    );
    expect(references(["{version}"], { run: { dockerfile: null, stampOf: () => noStamp } })).toBeNull();
  });
});
