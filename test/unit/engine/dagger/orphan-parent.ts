import { startSession } from "../../../../src/engine/dagger/session-process.ts";

/** A program that starts a session and is then killed by the test. */
const [, , cli = "", mode = "", pidFile = ""] = process.argv;
const env = { PATH: process.env["PATH"] ?? "", FAKE_DAGGER: mode, FAKE_PID_FILE: pidFile };
await startSession({
  cli,
  env,
  cwd: "/",
  connectLimitMs: 600_000,
  signal: new AbortController().signal,
  mask: () => undefined,
  orphanGraceSeconds: 1,
});
setInterval(() => undefined, 1_000);
