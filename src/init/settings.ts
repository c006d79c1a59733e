import { golangci } from "../gates/lint.ts";
import { govulncheck } from "../gates/vulncheck.ts";
import { type InputName, inputs } from "../inputs/spec.ts";
import { firstOf, plural } from "../text/format.ts";
import type { Value } from "./comments.ts";
import type { SeenRepository } from "./seen.ts";

/** A key of the config file. */
export interface Setting {
  readonly name: InputName;
  readonly value: Value;
  /** Else it is a comment that one can take up. */
  readonly isSet: boolean;
  /** One sentence, for people. */
  readonly why: string;
}

/** What the config file has, in the order of the table of inputs. Set is only what this repository needs to be other than by default. */
export function settingsFor(seen: SeenRepository): readonly Setting[] {
  return [
    ...[...modules(seen), ...checks(seen), ...tests(seen)],
    ...[...binaries(seen), ...products(seen), ...image(seen), ...access(seen)],
  ];
}

function set(name: InputName, value: Value, why: string): Setting {
  return { name, value, isSet: true, why };
}

function offer(name: InputName, value: Value, why: string): Setting {
  return { name, value, isSet: false, why };
}

function modules({ modules: dirs, workspaces }: SeenRepository): readonly Setting[] {
  const several = `${plural(dirs.length, "module")}, all checked: ${firstOf(dirs, 8)}. Those behind ! are left out.`;
  const shared = `${firstOf(workspaces, 3)} lets modules see each other; off checks each as its users get it.`;
  return [
    ...(dirs.length < 2 ? [] : [offer("modules", [`!${dirs.at(-1)}`], several)]),
    ...(workspaces.length === 0 ? [] : [offer("workspace", "off", shared)]),
  ];
}

function checks(seen: SeenRepository): readonly Setting[] {
  const generate = `Check that go generate changes nothing (${seen.generates} has a line for it). The programs that it calls have to be there.`;
  return [
    offer("tidy", true, "Check that go mod tidy has nothing to change."),
    ...(seen.generates === null ? [] : [offer("generate", true, generate)]),
    lint(seen),
    seen.tools.includes(govulncheck.package)
      ? set("vulncheck", true, "Check that no known vulnerability is called: go.mod has govulncheck on a tool line.")
      : offer("vulncheck", true, "Check with govulncheck that no known vulnerability is called."),
    ...(seen.requires
      ? [
          offer(
            "licenses",
            true,
            "Check with go-licenses that the licences of dependencies ask for no more than to be named.",
          ),
        ]
      : []),
  ];
}

function lint({ golangci: found, tools }: SeenRepository): Setting {
  if (found?.version === "v1") {
    const migrate = `${found.path} is of golangci-lint v1; after \`golangci-lint migrate\`:`;
    return offer("lint", true, migrate);
  }
  if (found !== null)
    return set("lint", true, `Check that golangci-lint finds nothing, as ${found.path} configures it.`);
  return tools.includes(golangci.package)
    ? set("lint", true, "Check that golangci-lint finds nothing: go.mod has it on a tool line.")
    : offer(
        "lint",
        true,
        "Check that golangci-lint finds nothing, with its own defaults: there is no configuration of it.",
      );
}

function tests({ fuzzes, benchmarks }: SeenRepository): readonly Setting[] {
  const fuzz = `Fuzz every target of the tests for a while (${fuzzes} has one); \`fuzz-time\` says how long.`;
  const bench = `Compare the benchmarks (${benchmarks} has some) with those of what a change is based on: check out with \`fetch-depth: 0\`.`;
  return [
    offer("race", true, "The race detector. It needs a C compiler."),
    offer("coverage-threshold", 60, "Fail below this percentage of all statements."),
    ...(fuzzes === null ? [] : [offer("fuzz", true, fuzz)]),
    ...(benchmarks === null ? [] : [offer("bench", true, bench)]),
  ];
}

/** For whoever publishes what is built. */
function products({ mains, released }: SeenRepository): readonly Setting[] {
  if (mains.length === 0 || released === null) return [];
  return [
    offer("archives", true, `Pack the binaries as archives: there are versions, such as ${released}.`),
    offer("sbom", true, "Write an SBOM of each binary."),
  ];
}

function binaries({ mains, cgoOnly, someCgo }: SeenRepository): readonly Setting[] {
  if (mains.length === 0) return [];
  const usual = inputs.platforms.default;
  const platforms = `Main packages are built for ${usual}.`;
  const chosen = `${plural(mains.length, "main package")}, all built: ${firstOf(mains, 8)}.`;
  const needed = `${firstOf(cgoOnly, 3)} needs cgo.`;
  return [
    cgoOnly.length === 0
      ? offer("platforms", ["linux/amd64", "linux/arm64"], platforms)
      : set("platforms", ["linux/amd64"], "Every other platform needs a C compiler for it."),
    ...(mains.length < 2 ? [] : [offer("main-packages", mains.slice(0, 1), chosen)]),
    ...(cgoOnly.length > 0 ? [set("cgo", true, needed)] : []),
    ...(cgoOnly.length === 0 && someCgo !== null
      ? [offer("cgo", true, `${someCgo} has files with cgo and files without; builds take those without.`)]
      : []),
  ];
}

function image({ docker, otherDockerfiles, mains }: SeenRepository): readonly Setting[] {
  if (docker !== null) {
    const { path, port, args } = docker;
    const values = Object.fromEntries(args.map((name) => [name, "value"]));
    const answers = `The image of ${path} is started; with a port it also has to accept connections there.`;
    return [
      ...(args.length === 0
        ? []
        : [offer("docker-build-args", values, `${path} has build arguments without a value.`)]),
      offer("smoke-port", port ?? 8080, answers),
      offer("smoke-path", "/healthz", "With smoke-port: a path that has to answer by HTTP."),
    ];
  }
  const [other] = otherDockerfiles;
  if (other !== undefined) {
    return [
      offer("dockerfile", other, `No image is built before this names a Dockerfile: ${firstOf(otherDockerfiles, 5)}.`),
    ];
  }
  return mains.length === 1 ? [offer("docker", true, "Without a Dockerfile: an image of the binary alone.")] : [];
}

function access({ privateModules }: SeenRepository): readonly Setting[] {
  if (privateModules.length === 0) return [];
  return [offer("goprivate", privateModules, "If these are private modules; their login goes into the workflow.")];
}
