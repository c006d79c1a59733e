export interface Explanation {
  /** The cause in one line; empty when the output holds none. */
  readonly detail: string;
  readonly remedy: string;
}

const start = "Start Docker, or use `engine: host`, which needs no container runtime.";

/** Causes that the CLI reports as `exit status 1` of a command whose own words are further up. Only the wording of the help depends on them. */
const causes: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [
    /permission denied while trying to connect to the Docker daemon.*/i,
    "Give this user access to the Docker socket (group docker), or use `engine: host`.",
  ],
  [/Cannot connect to the Docker daemon[^\n]*?(?=\.\s|$)/im, start],
  [/driver for scheme "\w+" was not available/, start],
  [
    /no driver for scheme "[^"]*" found/,
    "`runner-host` takes unix://, tcp://, docker-container://, kube-pod:// and the other addresses that the Dagger CLI knows.",
  ],
  [
    /(?:toomanyrequests|pull access denied|manifest unknown|failed to pull)[^\n]*/i,
    "The image of the engine cannot be pulled: check access to registry.dagger.io, or set `runner-host` to an engine that runs already.",
  ],
  [/no space left on device/i, "Free disk space where the container runtime stores its data."],
  [
    /(?:invalid|unauthorized|expired)[^\n]*(?:cloud|token)[^\n]*/i,
    "Check `cloud-token`; without it nothing is asked of Dagger Cloud.",
  ],
];

const otherwise = "Check `runner-host` and that the engine runs, or use `engine: host`.";

/** The cause in what `dagger session` printed, and what to do about it. */
export function explainOutput(output: string): Explanation {
  for (const [pattern, remedy] of causes) {
    const found = pattern.exec(output);
    if (found !== null) return { detail: found[0].trim(), remedy };
  }
  const last = [...output.matchAll(/^Error: (.*)$/gm)].at(-1)?.[1] ?? "";
  return { detail: last.replace(/ \[traceparent:[^\]]*\]$/, "").trim(), remedy: otherwise };
}
