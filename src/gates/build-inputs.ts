import { boolean, toggle } from "../kinds/choice.ts";
import { packages } from "../kinds/go.ts";
import { input, optional, several } from "../kinds/input.ts";
import { ldflags } from "../kinds/ldflags.ts";
import { filled } from "../kinds/list.ts";
import { fileName } from "../kinds/path.ts";
import { platforms } from "../kinds/platform.ts";
import { moduleVersion } from "../kinds/version.ts";
import { words } from "../kinds/words.ts";

/** What is built, and how. */
export const buildInputs = {
  build: input(toggle, "true", {
    description: "Build the main packages. `warn` builds and reports it without changing the exit code.",
  }),
  platforms: input(filled(platforms), "linux/amd64,darwin/amd64,windows/amd64", {
    description: "Platforms to build for: `os/arch[/variant]`, such as `linux/arm/v7`. `go tool dist list` shows them.",
  }),
  "main-packages": several(packages, {
    description: "Main packages to build, such as `./cmd/tool`.",
    unset: "all that are found",
  }),
  "binary-name": input(fileName, "{name}-{os}-{arch}{variant}{ext}", {
    description:
      "File name of the binaries, with `{name}`, `{os}`, `{arch}`, `{variant}` and `{ext}`, and what `version` says there is. `{name}` is the last element of the package path without a version suffix.",
  }),
  ldflags: optional(ldflags, {
    description:
      "Flags for the linker, one string, such as `-s -w -X main.version={version}`. In the config file only flags that run no programs and write no files are taken.",
    unset: "none",
    resolve: (flags) => flags || null,
  }),
  version: optional(moduleVersion, {
    description:
      "What `{version}` stands for in ldflags, binary-name and image-tags; `{semver}` is the same without its `v`, `{commit}`, `{date}` (RFC 3339) and `{branch}` are those of the commit.",
    unset:
      "a tag of the commit (`dir/v1.2.3` for a module in a directory), else the pseudo-version that Go gives it; with `+dirty` where the working tree has changes",
    notFromConfigFile: "it says what a build is taken for",
  }),
  archives: input(boolean, "false", {
    description:
      "Pack the binaries of each platform as `archives/<module>_<version>_<os>_<arch>.tar.gz`, `.zip` for Windows, with licence and readme, and write `archives/checksums.txt`.",
  }),
  sbom: input(boolean, "false", {
    description:
      "Write a CycloneDX SBOM of each binary, and of an image that is made of them, to `sbom/`, from what Go wrote into the binaries.",
  }),
  "binary-check": several(words(), {
    description:
      "Arguments to run every program with that was built for the machine's own platform, such as `--version`; it has to exit with 0 within half a minute. Split into words with quotes as in a shell.",
    unset: "none is run",
  }),
  trimpath: input(boolean, "false", {
    description: "Build with `-trimpath`. Go then compiles every package twice on a cold cache.",
  }),
  buildvcs: input(boolean, "false", { description: "Stamp the binaries with version control information." }),
  cgo: input(boolean, "false", { description: "Build with cgo, which needs a C compiler for every platform." }),
};
