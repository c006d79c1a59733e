import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Described, imageSbom, programSbom } from "../../../src/collect/cyclonedx.ts";
import { embeddedInfo } from "../../../src/collect/embedded-info.ts";
import { type EmbeddedInfo, infoMagic, readEmbeddedInfo } from "../../../src/go/embedded-info.ts";
import type { Image } from "../../../src/model/report.ts";
import { faultsOf } from "../../support/cyclonedx.ts";
import { directory } from "../../support/repository.ts";

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, "../../fixtures/sbom", name));
const captured = fixture("tool.buildinfo");

function infoOf(data: Buffer): EmbeddedInfo {
  const info = readEmbeddedInfo(data);
  if (info === null) throw new Error("no build information");
  return info;
}

const digest = "ab".repeat(32);
const described = (over: Partial<EmbeddedInfo> = {}, version: string | null = "v1.2.3"): Described => ({
  artifact: {
    ...{ name: "tool-linux-amd64", os: "linux", arch: "amd64", variant: null, module: ".", package: "x" },
    ...{ path: "bin/tool-linux-amd64", sha256: digest, size: 1 },
  },
  info: { ...infoOf(captured), ...over },
  version,
});
const making = { version: "9.9.9", date: "2026-11-30T04:00:00Z" };

/** What only the tests look at. */
interface Bom {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp?: string; readonly component: Record<string, unknown> };
  readonly components: readonly { readonly purl: string; readonly name: string; readonly "bom-ref": string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}
const parsed = (text: string): Bom => JSON.parse(text);

describe("what Go wrote into a program", () => {
  it("is read from its mark to its end", () => {
    const { settings, ...info } = infoOf(captured);
    expect(info).toMatchObject({ go: "go1.26.8", package: "github.com/Example/tool" });
    expect(info.main).toEqual({ path: "github.com/Example/tool", version: "(devel)", sum: "", replacement: null });
    expect(info.modules.map(({ path, replacement }) => [path, replacement?.path ?? null])).toEqual([
      ["github.com/BurntSushi/toml", null],
      ["github.com/patrickmn/go-cache", null],
      ["github.com/pkg/errors", "./errors"],
      ["golang.org/x/text", null],
      ["rsc.io/quote/v3", null],
      ["rsc.io/sampler", "rsc.io/sampler"],
    ]);
    expect([settings.get("GOOS"), settings.get("-trimpath")]).toEqual(["linux", "true"]);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["another mark", Buffer.alloc(64)],
    ["Go before 1.18", Buffer.concat([infoMagic, Buffer.from([8, 0]), Buffer.alloc(64)])],
    ["a mark among texts", Buffer.concat([infoMagic, Buffer.from("%s: not a Go executable, for a long text")])],
    ["a version without an end", Buffer.concat([captured.subarray(0, 32), Buffer.alloc(9, 0xff)])],
    ["a program of no module", Buffer.concat([captured.subarray(0, 41), Buffer.from([0])])],
    ["its beginning", captured.subarray(0, -1)],
    ["a length that is cut", captured.subarray(0, 33)],
  ])("is not taken from %s", (_, data) => {
    expect(readEmbeddedInfo(data)).toBeNull();
  });

  it("is found wherever it lies in a file, behind marks that are none", async () => {
    for (const before of [0, 7, (1 << 20) - 5, (2 << 20) - 40]) {
      const padding = Buffer.alloc(before, 1);
      if (before > 100) infoMagic.copy(padding, 50);
      const path = join(directory({}), "tool");
      writeFileSync(path, Buffer.concat([padding, captured, Buffer.alloc(500)]));
      expect((await embeddedInfo(path, "github.com/Example/tool"))?.package).toBe("github.com/Example/tool");
    }
    expect(await embeddedInfo(join(directory({ none: "text" }), "none"), "a")).toBeNull();
  });

  it("is that of the program itself, not of one that it carries", async () => {
    const carried = Buffer.from(captured.toString("latin1").replaceAll("Example/tool", "Example/helm"), "latin1");
    const path = join(directory({}), "tool");
    writeFileSync(path, Buffer.concat([carried, Buffer.alloc(64), captured]));
    expect((await embeddedInfo(path, "github.com/Example/tool"))?.package).toBe("github.com/Example/tool");
    expect((await embeddedInfo(path, "github.com/Example/helm"))?.package).toBe("github.com/Example/helm");
    expect(await embeddedInfo(path, "example.com/other")).toBeNull();
  });
});

describe("the SBOM of a program", () => {
  it("is valid, and has the modules that syft finds in it", async () => {
    const text = programSbom(described(), making);
    const bom = parsed(text);
    expect(await faultsOf(text)).toBeNull();
    const ours = bom.components.map(({ purl }) => purl);
    // For syft the module of the program is one more, without a version.
    const syft: readonly string[] = JSON.parse(fixture("tool.syft.json").toString());
    expect([...ours, "pkg:golang/github.com/Example/tool"].sort()).toEqual([...syft].sort());
  });

  it("says what the program is", () => {
    const { metadata, dependencies, components } = parsed(programSbom(described(), making));
    const purl = "pkg:golang/github.com/Example/tool@v1.2.3?goarch=amd64&goos=linux";
    expect(metadata.timestamp).toBe("2026-11-30T04:00:00Z");
    expect(metadata.component).toEqual({
      ...{ type: "application", "bom-ref": purl, name: "github.com/Example/tool", version: "v1.2.3", purl },
      hashes: [{ alg: "SHA-256", content: digest }],
      properties: [
        { name: "cdx:gomod:binary:name", value: "tool-linux-amd64" },
        { name: "cdx:gomod:build:compiler", value: "gc" },
        { name: "cdx:gomod:build:env:CGO_ENABLED", value: "0" },
        { name: "cdx:gomod:build:env:GOARCH", value: "amd64" },
        { name: "cdx:gomod:build:env:GOOS", value: "linux" },
        { name: "cdx:gomod:build:env:GOAMD64", value: "v1" },
      ],
    });
    expect(dependencies[0]).toEqual({ ref: purl, dependsOn: components.map((each) => each["bom-ref"]) });
    expect(dependencies).toHaveLength(components.length + 1);
  });

  it("names what stands in the place of a module, with its sum", () => {
    const { components } = parsed(programSbom(described(), making));
    expect(components.filter(({ name }) => name === "rsc.io/sampler" || name === "github.com/pkg/errors")).toEqual([
      {
        ...{ type: "library", "bom-ref": "pkg:golang/github.com/pkg/errors", name: "github.com/pkg/errors" },
        ...{ scope: "required", purl: "pkg:golang/github.com/pkg/errors" },
        properties: [{ name: "dagger-go-pipeline:replaces", value: "github.com/pkg/errors@v0.9.1" }],
      },
      {
        ...{ type: "library", "bom-ref": "pkg:golang/rsc.io/sampler@v1.99.99", name: "rsc.io/sampler" },
        ...{ version: "v1.99.99", scope: "required", purl: "pkg:golang/rsc.io/sampler@v1.99.99" },
        hashes: [
          {
            alg: "SHA-256",
            content: Buffer.from("7i08f/p5TBU5joCPW3GjWG1ZFCmr28ybGqlXtelhEK8=", "base64").toString("hex"),
          },
        ],
        properties: [{ name: "dagger-go-pipeline:replaces", value: "rsc.io/sampler@v1.3.0" }],
      },
    ]);
  });

  it("is valid without version and date, with tags, experiments and a package below the module", async () => {
    const info = infoOf(captured);
    const settings = new Map([...info.settings, ["-tags", "a,b"]]);
    settings.delete("GOOS");
    settings.delete("-compiler");
    const over = { go: "go1.26.8 X:nodwarf5", package: `${info.main.path}/cmd/a b`, settings };
    const text = programSbom(described(over, null), { ...making, date: null });
    const bom = parsed(text);
    expect(await faultsOf(text)).toBeNull();
    expect(bom.metadata.timestamp).toBeUndefined();
    expect(bom.metadata.component).toMatchObject({
      purl: "pkg:golang/github.com/Example/tool?goarch=amd64&goos=linux#cmd/a%20b",
    });
    expect(bom.metadata.component).not.toHaveProperty("version");
    expect(text).toContain('"cdx:gomod:build:tag"');
    expect(bom.components.at(-1)?.purl).toBe("pkg:golang/stdlib@1.26.8");
  });

  it("believes the version that Go stamped", () => {
    const main = { ...infoOf(captured).main, version: "v2.0.0" };
    expect(parsed(programSbom(described({ main }), making)).metadata.component["version"]).toBe("v2.0.0");
  });

  it("is the same bytes for the same program, and of another number for another", () => {
    const [first, again] = [programSbom(described(), making), programSbom(described(), making)];
    expect(again).toBe(first);
    expect(parsed(first).serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
    const other = { ...making, version: "9.9.10" };
    expect(parsed(programSbom(described(), other)).serialNumber).not.toBe(parsed(first).serialNumber);
  });
});

describe("the SBOM of an image", () => {
  const image: Image = {
    ...{ name: "ghcr.io/example/tool", tags: [], platforms: [], size: null, layers: null, base: null, tested: null },
    ...{ path: null, digest: `sha256:${"cd".repeat(32)}`, configDigest: `sha256:${"ef".repeat(32)}` },
  };
  const arm = described({
    settings: new Map([
      ["GOOS", "linux"],
      ["GOARCH", "arm64"],
    ]),
  });

  it("is valid, and has its digest, its programs and their modules once", async () => {
    const text = imageSbom(image, [described(), arm], making);
    const bom = parsed(text);
    expect(await faultsOf(text)).toBeNull();
    expect(bom.metadata.component).toEqual({
      ...{ type: "container", "bom-ref": image.digest, name: image.name, version: image.digest },
      hashes: [{ alg: "SHA-256", content: "cd".repeat(32) }],
      purl: `pkg:oci/tool@sha256%3A${"cd".repeat(32)}?repository_url=ghcr.io%2Fexample%2Ftool`,
    });
    expect(bom.components).toHaveLength(9);
    expect(bom.dependencies[0]?.dependsOn).toHaveLength(2);
    expect(bom.dependencies.map(({ ref }) => ref).sort()).toEqual(
      [String(image.digest), ...bom.components.map((each) => each["bom-ref"])].sort(),
    );
  });

  it("has no address where the image was not pushed", async () => {
    const here = { ...image, name: "tool", digest: image.configDigest };
    const text = imageSbom(here, [described()], making);
    const bom = parsed(text);
    expect(await faultsOf(text)).toBeNull();
    expect(bom.metadata.component).not.toHaveProperty("purl");
    const other = imageSbom({ ...here, digest: null, configDigest: null }, [described()], making);
    const unknown = parsed(other);
    expect(await faultsOf(other)).toBeNull();
    expect(unknown.metadata.component).toEqual({ type: "container", "bom-ref": "tool", name: "tool" });
  });
});
