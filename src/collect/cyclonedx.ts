import { createHash } from "node:crypto";
import type { EmbeddedInfo, UsedModule } from "../go/embedded-info.ts";
import type { Artifact, Image } from "../model/report.ts";

/** A program and what Go says of its making. */
export interface Described {
  readonly artifact: Artifact;
  readonly info: EmbeddedInfo;
  /** Of its module; null: not known. */
  readonly version: string | null;
}

/** The same for every document of a run. */
export interface Making {
  /** This program's version. */
  readonly version: string;
  /** When the commit was made, RFC 3339; null: not known. */
  readonly date: string | null;
}

interface Hash {
  readonly alg: "SHA-256";
  readonly content: string;
}

interface Property {
  readonly name: string;
  readonly value: string;
}

interface Component {
  readonly type: "application" | "library" | "container";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version?: string;
  readonly scope?: "required";
  readonly hashes?: readonly Hash[];
  readonly purl?: string;
  readonly properties?: readonly Property[];
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
}

/** The parts of a document that tell it from others. */
interface Contents {
  readonly component: Component;
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
  readonly compositions: readonly {
    readonly aggregate: "complete" | "incomplete";
    readonly dependencies: readonly string[];
  }[];
}

/** CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/) of one program. */
export function programSbom(program: Described, making: Making): string {
  const component = programComponent(program);
  const components = librariesOf(program.info);
  const refs = components.map((each) => each["bom-ref"]);
  const dependencies = [{ ref: component["bom-ref"], dependsOn: refs }, ...refs.map((ref) => ({ ref }))];
  // Everything that Go linked is there; what else each of them needs, nobody says.
  const compositions = [{ aggregate: "complete" as const, dependencies: [component["bom-ref"]] }];
  return documentOf({ component, components, dependencies, compositions }, making);
}

/** The same of an image that was made of programs; what else is in it is not listed. */
export function imageSbom(image: Image, programs: readonly Described[], making: Making): string {
  const component = imageComponent(image);
  const listed = new Map<string, Component>();
  const dependencies: Dependency[] = [];
  for (const program of programs) {
    const own = { ...programComponent(program), scope: "required" as const };
    const libraries = librariesOf(program.info);
    for (const each of [own, ...libraries]) listed.set(each["bom-ref"], each);
    dependencies.push({ ref: own["bom-ref"], dependsOn: libraries.map((each) => each["bom-ref"]) });
  }
  const inside = dependencies.map(({ ref }) => ref);
  const others = [...listed.keys()].filter((ref) => !inside.includes(ref)).map((ref) => ({ ref }));
  const contents = {
    component,
    components: [...listed.values()],
    dependencies: [{ ref: component["bom-ref"], dependsOn: inside }, ...dependencies, ...others],
    compositions: [{ aggregate: "incomplete" as const, dependencies: [component["bom-ref"]] }],
  };
  return documentOf(contents, making);
}

function documentOf({ component, ...rest }: Contents, { version, date }: Making): string {
  const tool = { type: "application", name: "dagger-go-pipeline", version };
  const time = date === null ? {} : { timestamp: date };
  const contents = {
    version: 1,
    metadata: { ...time, lifecycles: [{ phase: "build" }], tools: { components: [tool] }, component },
    ...rest,
  };
  const format = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
  };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(contents))}`;
  return `${JSON.stringify({ ...format, serialNumber, ...contents }, null, 2)}\n`;
}

/** The namespace of addresses: RFC 9562, 6.6. */
const namespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** UUID of version 5 (RFC 9562, 5.5): the same text has the same. */
function uuidOf(text: string): string {
  const bytes = createHash("sha1").update(namespace).update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function programComponent({ artifact, info, version: named }: Described): Component {
  const { main, settings } = info;
  const known = main.version !== "" && main.version !== devel;
  const version = known ? main.version : named;
  const [goos, goarch] = [settings.get("GOOS") ?? artifact.os, settings.get("GOARCH") ?? artifact.arch];
  const below = info.package.startsWith(`${main.path}/`)
    ? `#${encodePath(info.package.slice(main.path.length + 1))}`
    : "";
  const purl = `${purlOf(main.path, version ?? "")}?goarch=${goarch}&goos=${goos}${below}`;
  return {
    ...{ type: "application", "bom-ref": purl, name: info.package },
    ...(version === null ? {} : { version }),
    hashes: [{ alg: "SHA-256", content: artifact.sha256 }],
    ...{ purl, properties: propertiesOf(artifact.name, info) },
  };
}

/** Settings that say what the program is for; flags and CGO_* may tell of the machine. */
const shownSettings = /^(GO[A-Z0-9]+|CGO_ENABLED)$/;

/** As https://github.com/CycloneDX/cyclonedx-gomod names them. */
function propertiesOf(name: string, { settings }: EmbeddedInfo): readonly Property[] {
  const shown = [...settings].filter(([key]) => shownSettings.test(key));
  const compiler = settings.get("-compiler");
  const tags = settings.get("-tags")?.split(",") ?? [];
  return [
    { name: "cdx:gomod:binary:name", value: name },
    ...(compiler === undefined ? [] : [{ name: "cdx:gomod:build:compiler", value: compiler }]),
    ...shown.map(([key, value]) => ({ name: `cdx:gomod:build:env:${key}`, value })),
    ...tags.map((value) => ({ name: "cdx:gomod:build:tag", value })),
  ];
}

/** Its digest is the registry's where the image was pushed. */
function imageComponent({ name, digest, configDigest }: Image): Component {
  const known = digest ?? configDigest;
  const sha256 = known?.startsWith("sha256:") === true ? known.slice("sha256:".length) : null;
  const short = encodeURIComponent(name.split("/").at(-1) ?? name);
  const pushed = digest !== null && digest !== configDigest;
  const purl = pushed
    ? { purl: `pkg:oci/${short}@${encodeURIComponent(digest)}?repository_url=${encodeURIComponent(name)}` }
    : {};
  return {
    ...{ type: "container", "bom-ref": known ?? name, name },
    ...(known === null ? {} : { version: known }),
    ...(sha256 === null ? {} : { hashes: [{ alg: "SHA-256", content: sha256 }] }),
    ...purl,
  };
}

function librariesOf({ go, modules }: EmbeddedInfo): readonly Component[] {
  const listed = new Map<string, Component>();
  for (const module of modules) {
    const component = libraryOf(module);
    listed.set(component["bom-ref"], component);
  }
  // With experiments: `go1.26.8 X:nodwarf5`.
  const [release = go] = go.split(" ");
  const purl = purlOf("stdlib", release.replace(/^go/, ""));
  listed.set(purl, { type: "library", "bom-ref": purl, name: "stdlib", version: release, scope: "required", purl });
  return [...listed.values()];
}

/** What stands in the place of a module counts; a directory has no path that others know. */
function libraryOf(module: UsedModule): Component {
  const { replacement } = module;
  const local = replacement !== null && /^(\.{0,2}\/|[A-Za-z]:)/.test(replacement.path);
  const used = replacement === null ? module : local ? { ...replacement, path: module.path } : replacement;
  const version = used.version === devel ? "" : used.version;
  const purl = purlOf(used.path, version);
  const hash = hashOf(used.sum);
  const replaced = `${module.path}@${module.version}`;
  return {
    ...{ type: "library", "bom-ref": purl, name: used.path },
    ...(version === "" ? {} : { version }),
    scope: "required",
    ...(hash === null ? {} : { hashes: [hash] }),
    purl,
    ...(replacement === null ? {} : { properties: [{ name: "dagger-go-pipeline:replaces", value: replaced }] }),
  };
}

/** What Go says of a module that comes from a directory. */
const devel = "(devel)";

/** A line of go.sum is SHA-256 of a list of files with theirs (golang.org/x/mod/sumdb/dirhash); cyclonedx-gomod writes it as this too. */
function hashOf(sum: string): Hash | null {
  const bytes = sum.startsWith("h1:") ? Buffer.from(sum.slice(3), "base64") : Buffer.alloc(0);
  return bytes.length === 32 ? { alg: "SHA-256", content: bytes.toString("hex") } : null;
}

/** https://github.com/package-url/purl-spec, type golang; letters stay as they are, as syft and cyclonedx-gomod write them. */
function purlOf(path: string, version: string): string {
  return `pkg:golang/${encodePath(path)}${version === "" ? "" : `@${encodeURIComponent(version)}`}`;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
