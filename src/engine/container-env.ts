import { moduleEnvironment } from "./environment.ts";

/**
 * Settings of the go command that pass from this machine into containers. Not those that name places on this machine (GOPATH, GOROOT, GOENV,
 * GOCACHEPROG …), that tune its runtime, or that exchange the toolchain (the image's own is the one that is wanted).
 */
const passed = new Set([
  "GO111MODULE",
  "GO386",
  "GOAMD64",
  "GOARM",
  "GOARM64",
  "GODEBUG",
  "GOEXPERIMENT",
  "GOFIPS140",
  "GOFLAGS",
  "GOINSECURE",
  "GOMIPS",
  "GOMIPS64",
  "GONOPROXY",
  "GONOSUMDB",
  "GOPPC64",
  "GOPRIVATE",
  "GOPROXY",
  "GORISCV64",
  "GOSUMDB",
  "GOTRACEBACK",
  "GOVCS",
  "GOWASM",
]);

const proxies = new Set(["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "FTP_PROXY"]);

export interface ContainerVariables {
  readonly plain: Readonly<Record<string, string>>;
  /** Values that hold a login; they go as secrets. */
  readonly secret: Readonly<Record<string, string>>;
}

/** The environment of all Go steps in the container. `goproxy` and `goprivate` are the inputs. */
export function containerVariables(
  env: Readonly<Record<string, string | undefined>>,
  inputs: { readonly goproxy: string | null; readonly goprivate: readonly string[] },
): ContainerVariables {
  const plain: Record<string, string> = { CI: "true" };
  const secret: Record<string, string> = {};
  const found = Object.entries(env).filter(
    ([name]) => passed.has(name) || proxies.has(name.toUpperCase()) || (name === "GOWORK" && env[name] === "off"),
  );
  for (const [name, value] of [...found, ...Object.entries(moduleEnvironment(inputs))]) {
    if (value === undefined || value === "") continue;
    delete plain[name];
    delete secret[name];
    (holdsLogin(value) ? secret : plain)[name] = value;
  }
  return { plain, secret };
}

/** `https://user:password@host`. */
function holdsLogin(value: string): boolean {
  return /:\/\/[^/\s,|]*@/.test(value);
}
