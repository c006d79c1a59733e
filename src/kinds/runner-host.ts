import { invalid, type Kind, oneOf, quote, type Result, scalar, valid } from "./kind.ts";

/** Schemes of engine addresses that Dagger 0.21.8 knows (engine/client/drivers). */
const runtimes = ["docker", "podman", "nerdctl", "finch", "apple"];
const schemes = [
  ...[
    "tcp",
    "tls",
    "unix",
    "ssh",
    "kube-pod",
    "dagger-cloud",
    "docker-container",
    "docker-image",
    "container",
    "image",
  ],
  ...runtimes.flatMap((runtime) => [`container+${runtime}`, `image+${runtime}`]),
];

/** Address of a Dagger engine that runs elsewhere. */
export const runnerHost: Kind<string> = scalar({
  allows: "an address such as `tcp://host:1234`, `kube-pod://name?namespace=ci` or `unix:///run/dagger.sock`",
  parse(text): Result<string> {
    const scheme = /^([a-z][a-z+-]*):\/\/[^\s]+$/.exec(text)?.[1];
    if (scheme === undefined) return invalid(`${quote(text)} is not an address such as tcp://host:1234`);
    return schemes.includes(scheme)
      ? valid(text)
      : invalid(`${quote(scheme)} is no kind of address that Dagger knows; use ${oneOf(schemes)}`);
  },
});
