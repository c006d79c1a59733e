import { chmod, copyFile, mkdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { rootCertificates } from "node:tls";
import { readStart } from "../../files/read-start.ts";
import { headBytes, readExecutable } from "../../go/executable.ts";
import { type Platform, platformKey } from "../../model/platform.ts";

export interface BinaryContextRequest {
  /** Absolute, ours, empty or not there. */
  readonly dir: string;
  readonly entrypoint: string;
  /** Reference of the image that it is built on; null: the empty one. */
  readonly base: string | null;
  readonly binaries: readonly { readonly platform: Platform; readonly path: string }[];
  /** Absolute path of Go's zoneinfo.zip; null when the toolchain has none. */
  readonly zoneinfo: string | null;
}

/** Said when there is no zoneinfo.zip. */
export const noZoneinfo = "the image has no time zones: this Go toolchain has no lib/time/zoneinfo.zip";

/** The user of distroless images, which no system uses for anything else. */
const user = 65532;

/**
 * Writes a context whose Dockerfile makes an image of the binaries: on the empty one with a user, certificates (Mozilla's list, as Node brings it: nothing of
 * this machine gets into the image), time zones and a /tmp, on another base with what that has, and a home on both. Answers a problem instead when a
 * binary cannot run like that.
 */
export async function writeBinaryContext(request: BinaryContextRequest): Promise<string | null> {
  const { dir, entrypoint } = request;
  for (const { platform, path } of request.binaries) {
    const facts = readExecutable(await readStart(path, headBytes));
    if (facts?.format !== "ELF") return `${platformKey(platform)}: the build stage's ${entrypoint} is no Linux program`;
    if (facts.linkage === "dynamic" && request.base === null) {
      return `${platformKey(platform)}: ${entrypoint} is not static (cgo), so it cannot run on an empty image; build with cgo: false, set docker-base to an image with its libraries, or write a Dockerfile`;
    }
  }
  for (const [path, content, mode] of files(request)) await put(join(dir, path), content, mode);
  for (const { platform, path } of request.binaries) {
    const copy = join(dir, "bin", dockerPlatform(platform), entrypoint);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(path, copy);
    await settle(copy, 0o755);
  }
  if (request.zoneinfo !== null) await copyZones(request.zoneinfo, join(dir, "root", zonesPath));
  for (const [path, mode] of request.base === null ? directories : directories.filter(([path]) => path === "home")) {
    await mkdir(join(dir, path), { recursive: true });
    await settle(join(dir, path), mode);
  }
  return null;
}

const zonesPath = "usr/share/zoneinfo.zip";
const certificatesPath = "etc/ssl/certs/ca-certificates.crt";

const directories: readonly (readonly [path: string, mode: number])[] = [
  ["root/tmp", 0o1777],
  ["home", 0o700],
];

function files(request: BinaryContextRequest): readonly (readonly [path: string, content: string, mode: number])[] {
  const dockerfile = ["Dockerfile", binaryDockerfile(request), 0o644] as const;
  if (request.base !== null) return [dockerfile];
  return [
    dockerfile,
    [`root/${certificatesPath}`, `${rootCertificates.join("\n")}\n`, 0o644],
    [
      "root/etc/passwd",
      `root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:${user}:${user}:nonroot:/home/nonroot:/sbin/nologin\n`,
      0o644,
    ],
    ["root/etc/group", `root:x:0:\nnonroot:x:${user}:\n`, 0o644],
  ];
}

/** A user by number is one on every base, and what starts containers can tell that it is not root. */
function binaryDockerfile({ entrypoint, base, binaries, zoneinfo }: BinaryContextRequest): string {
  const several = binaries.length > 1;
  const [first] = binaries;
  const place = several || first === undefined ? "$TARGETPLATFORM" : dockerPlatform(first.platform);
  const zones = zoneinfo === null ? [] : [`ENV ZONEINFO=/${zonesPath}`];
  const program = JSON.stringify(`/usr/local/bin/${entrypoint}`);
  return [
    `FROM ${base ?? "scratch"}`,
    ...(several ? ["ARG TARGETPLATFORM"] : []),
    ...(base === null ? ["COPY root/ /"] : []),
    `COPY --chown=${user}:${user} home/ /home/nonroot/`,
    base === null
      ? `ENV PATH=/usr/local/bin SSL_CERT_FILE=/${certificatesPath} HOME=/home/nonroot`
      : "ENV HOME=/home/nonroot",
    ...zones,
    `COPY [${JSON.stringify(`bin/${place}/${entrypoint}`)}, ${program}]`,
    `USER ${user}:${user}`,
    "WORKDIR /home/nonroot",
    `ENTRYPOINT [${program}]`,
    "",
  ].join("\n");
}

/** A platform as BuildKit spells it in TARGETPLATFORM: arm means v7, arm64 v8 and amd64 v1 are not spelled out. */
export function dockerPlatform(platform: Platform): string {
  const { os, arch, variant } = platform;
  if (arch === "arm" && variant === null) return `${os}/${arch}/v7`;
  const implied = (arch === "arm64" && variant === "v8") || (arch === "amd64" && variant === "v1");
  return platformKey({ os, arch, variant: implied ? null : variant });
}

async function put(path: string, content: string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  await settle(path, mode);
}

async function copyZones(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  await settle(to, 0o644);
}

/** Same mode and time in every run, so that equal binaries make equal layers. */
async function settle(path: string, mode: number): Promise<void> {
  await chmod(path, mode);
  await utimes(path, 0, 0);
}
