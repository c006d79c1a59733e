import type { Check } from "./check.ts";
import { caches } from "./checks/caches.ts";
import { containers } from "./checks/containers.ts";
import { disk } from "./checks/disk.ts";
import { fork } from "./checks/fork.ts";
import { history } from "./checks/history.ts";
import { inputs } from "./checks/inputs.ts";
import { lfs } from "./checks/lfs.ts";
import { modules } from "./checks/modules.ts";
import { proxies } from "./checks/proxies.ts";
import { release } from "./checks/release.ts";
import { reuse } from "./checks/reuse.ts";
import { secrets } from "./checks/secrets.ts";
import { sums } from "./checks/sums.ts";
import { toolchain } from "./checks/toolchain.ts";

/** What the command `doctor` looks at, in this order. */
export const checks: readonly Check[] = [
  ...[inputs, modules, history, sums, toolchain, containers, disk],
  ...[proxies, fork, caches, reuse, release, lfs, secrets],
];
