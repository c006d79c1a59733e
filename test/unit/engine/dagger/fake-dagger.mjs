#!/usr/bin/env node
import { writeFileSync } from "node:fs";
// A scripted Dagger CLI. FAKE_DAGGER says how `session` behaves, FAKE_VERSION what `version` prints.
import { createServer } from "node:http";

const mode = process.env.FAKE_DAGGER ?? "ok";

function ignorePoliteness() {
  process.on("SIGTERM", () => undefined);
  process.on("SIGINT", () => undefined);
  setInterval(() => undefined, 1_000);
}

function serve() {
  const server = createServer((_request, response) => {
    if (mode === "dies") process.exit(3);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ data: { version: "v0.21.8" } }));
  });
  server.listen(0, "127.0.0.1", () => {
    process.stdout.write(`${JSON.stringify({ port: server.address().port, session_token: "token-of-the-session" })}\n`);
    process.stderr.write("connected, token-of-the-session\n");
  });
  if (mode === "stubborn") {
    ignorePoliteness();
    return;
  }
  process.stdin.on("end", () => process.exit(0)).resume();
  process.on("SIGTERM", () => process.exit(0));
}

const behaviours = {
  ok: serve,
  dies: serve,
  stubborn: serve,
  garbage: () => {
    process.stdout.write("Welcome to something else\n");
    ignorePoliteness();
  },
  mute: ignorePoliteness,
  exit: () => {
    process.stderr.write('Error: start engine: driver for scheme "image" was not available [traceparent:1-2]\n');
    process.exit(3);
  },
  flood: () => {
    const line = `${"progress ".repeat(1_000)}\n`;
    let left = 200_000_000;
    const more = () => {
      while (left > 0) {
        left -= line.length;
        if (!process.stderr.write(line)) {
          process.stderr.once("drain", more);
          return;
        }
      }
      serve();
    };
    more();
  },
};

if (process.env.FAKE_PID_FILE) writeFileSync(process.env.FAKE_PID_FILE, String(process.pid));
if (process.argv[2] === "version") process.stdout.write(`dagger ${process.env.FAKE_VERSION} (unix:///x) linux/amd64\n`);
else behaviours[mode]();
