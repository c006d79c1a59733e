import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ArtifactDelivery, type Published, publishArtifacts } from "../../../src/artifacts/publish.ts";
import type { Artifact } from "../../../src/model/report.ts";
import type { ArtifactUpload, UploadResult } from "../../../src/platform/platform.ts";

let repository: string;
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), "publish-"));
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

function write(path: string, text = path): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

function binary(os: string, arch: string, variant: string | null = null, name = "hello"): Artifact {
  const path = `.pipeline/bin/${name}-${os}-${arch}${variant ?? ""}`;
  write(path);
  const sha256 = createHash("sha256").update(path).digest("hex");
  return {
    name: basename(path),
    os,
    arch,
    variant,
    module: ".",
    package: "example.com/hello",
    path,
    sha256,
    size: path.length,
  };
}

function delivery(extra: Partial<ArtifactDelivery> = {}): ArtifactDelivery {
  write(".pipeline/report.json");
  write(".pipeline/logs/vet.log");
  write(".pipeline/.gitignore", "*\n");
  write(".pipeline/.work/scratch");
  const outputDirectory = join(repository, ".pipeline");
  return {
    outputDirectory,
    repository,
    artifacts: [],
    archives: [],
    sboms: [],
    image: null,
    name: "hello",
    prefix: "",
    ...extra,
  };
}

/** A service that knows some names already, and remembers what was asked of it. */
function fakeWorkflow(taken: readonly string[] = [], answer: UploadResult | null = null) {
  const requests: ArtifactUpload[] = [];
  const names = new Set(taken);
  const upload = async (request: ArtifactUpload): Promise<UploadResult> => {
    requests.push(request);
    if (answer !== null) return answer;
    if (names.has(request.name)) return { status: "name-taken" };
    names.add(request.name);
    return { status: "uploaded", url: `https://github.com/artifacts/${names.size}`, size: 1 };
  };
  const contents = (): Record<string, string[]> =>
    Object.fromEntries(
      requests.map(({ name, files, root }) => [name, files.map((file) => relative(root, file).replaceAll("\\", "/"))]),
    );
  return { platform: { name: "github" as const, upload }, requests, contents };
}

function names({ uploaded }: Published): readonly string[] {
  return uploaded.map(({ name }) => name);
}

test("uploads one archive per platform, the image and the rest", async () => {
  const artifacts = [
    binary("linux", "amd64"),
    binary("linux", "amd64", null, "ctl"),
    binary("linux", "arm", "v7"),
    binary("windows", "amd64"),
  ];
  write(".pipeline/bin/checksums.txt");
  write(".pipeline/image/hello.tar");
  const { platform, contents, requests } = fakeWorkflow();
  const published = await publishArtifacts(delivery({ artifacts, image: ".pipeline/image/hello.tar" }), 5, platform);
  expect(contents()).toEqual({
    report: ["bin/checksums.txt", "logs/vet.log", "report.json"],
    "hello-linux-amd64": ["hello-linux-amd64.tar.gz"],
    "hello-linux-arm-v7": ["hello-linux-arm-v7.tar.gz"],
    "hello-windows-amd64": ["hello-windows-amd64.tar.gz"],
    image: ["hello.tar"],
  });
  expect(requests.map(({ retentionDays }) => retentionDays)).toEqual([5, 5, 5, 5, 5]);
  expect(published).toMatchObject({ notices: [], warnings: [] });
  expect(names(published)).toEqual([
    "hello-linux-amd64",
    "hello-linux-arm-v7",
    "hello-windows-amd64",
    "image",
    "report",
  ]);
  expect(published.uploaded).toContainEqual({ name: "report", url: "https://github.com/artifacts/1", size: 1 });
});

test("takes the next free name and says so", async () => {
  const { platform } = fakeWorkflow(["job-report", "job-report-2", "job-hello-linux-amd64"]);
  const published = await publishArtifacts(
    delivery({ artifacts: [binary("linux", "amd64")], prefix: "job-" }),
    null,
    platform,
  );
  expect(names(published)).toEqual(["job-hello-linux-amd64-2", "job-report-3"]);
  expect([...published.notices].sort()).toEqual([
    "The artifact name job-hello-linux-amd64 is taken in this workflow run: uploaded as job-hello-linux-amd64-2.",
    "The artifact name job-report is taken in this workflow run: uploaded as job-report-3.",
  ]);
  expect(published.warnings).toEqual([]);
});

test("a planted link is left out of the report and stops no other artifact", async () => {
  const linked = binary("linux", "amd64");
  const kept = binary("linux", "arm64");
  rmSync(join(repository, linked.path));
  write("secret.txt");
  symlinkSync(join(repository, "secret.txt"), join(repository, linked.path));
  const input = delivery({ artifacts: [linked, kept] });
  symlinkSync(join(repository, "secret.txt"), join(repository, ".pipeline/logs/test.log"));
  const { platform, contents } = fakeWorkflow();
  const published = await publishArtifacts(input, null, platform);
  expect(contents()["report"]).toEqual(["logs/vet.log", "report.json"]);
  expect(names(published)).toEqual(["hello-linux-arm64", "report"]);
  expect([...published.warnings].sort()).toEqual([
    "The artifact hello-linux-amd64 was not uploaded: hello-linux-amd64 was refused: it is a symbolic link",
    "logs/test.log was left out: it is a symbolic link",
  ]);
});

test("every failure is a warning of its own", async () => {
  const { platform } = fakeWorkflow([], { status: "failed", reason: "quota" });
  const published = await publishArtifacts(delivery({ artifacts: [binary("linux", "amd64")] }), null, platform);
  expect(names(published)).toEqual([]);
  expect([...published.warnings].sort()).toEqual([
    "The artifact hello-linux-amd64 was not uploaded: quota",
    "The artifact report was not uploaded: quota",
  ]);
});

test("no service is one warning, and nothing more is tried", async () => {
  const artifacts = ["amd64", "arm64", "386", "riscv64", "s390x"].map((arch) => binary("linux", arch));
  const { platform, requests } = fakeWorkflow([], { status: "unavailable", reason: "no service" });
  const published = await publishArtifacts(delivery({ artifacts }), null, platform);
  expect(requests.length).toBeLessThanOrEqual(3);
  expect(published).toEqual({ uploaded: [], notices: [], warnings: ["No artifact was uploaded: no service"] });
});

test("a terminal packs and uploads nothing, without a word", async () => {
  const { platform, requests } = fakeWorkflow();
  const local = { ...platform, name: "local" as const };
  expect(await publishArtifacts(delivery({ artifacts: [binary("linux", "amd64")] }), null, local)).toEqual({
    uploaded: [],
    notices: [],
    warnings: [],
  });
  expect(requests).toEqual([]);
});

test("leaves no temporary files", async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("dagger-go-artifacts-"));
  const { platform } = fakeWorkflow();
  await publishArtifacts(delivery({ artifacts: [binary("linux", "amd64")] }), null, platform);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("dagger-go-artifacts-"))).toEqual(before);
});

test("uploads archives and their checksums as one artifact, packed once", async () => {
  const path = ".pipeline/archives/hello_1.2.3_linux_amd64.tar.gz";
  write(path);
  write(".pipeline/archives/checksums.txt");
  const archive = {
    ...{
      name: "hello_1.2.3_linux_amd64.tar.gz",
      os: "linux",
      arch: "amd64",
      variant: null,
      module: ".",
      version: "v1.2.3",
    },
    ...{ path, sha256: "", size: 1, binaries: [] },
  };
  const workflow = fakeWorkflow();
  await publishArtifacts(delivery({ archives: [archive], prefix: "x-" }), null, workflow.platform);
  expect(workflow.contents()).toMatchObject({
    "x-archives": ["checksums.txt", "hello_1.2.3_linux_amd64.tar.gz"],
    "x-report": expect.not.arrayContaining(["archives/checksums.txt"]),
  });
  expect(workflow.requests.find(({ name }) => name === "x-archives")?.compressed).toBe(true);
});
