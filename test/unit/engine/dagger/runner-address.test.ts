import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { requireListener, socketOf } from "../../../../src/engine/dagger/runner-address.ts";

describe("socketOf", () => {
  it("knows addresses that are sockets and leaves the others to the CLI", () => {
    expect(socketOf("unix:///run/dagger/engine.sock")).toEqual({ path: "/run/dagger/engine.sock" });
    expect(socketOf("tcp://engine.example:8372")).toEqual({ host: "engine.example", port: 8372 });
    expect(socketOf("tcp://[::1]:8372")).toEqual({ host: "::1", port: 8372 });
    for (const other of [
      "docker-container://engine",
      "kube-pod://pod?context=x",
      "image://registry.dagger.io/engine",
      "tcp://x",
      "",
    ]) {
      expect(socketOf(other)).toBeNull();
    }
  });
});

describe("requireListener", () => {
  it("is content when something listens", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.on("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await requireListener(`tcp://127.0.0.1:${port}`);
    server.close();
    await expect(requireListener(`tcp://127.0.0.1:${port}`)).rejects.toThrow(
      `No Dagger engine listens at tcp://127.0.0.1:${port}: connection refused.`,
    );
  });

  it("names a socket that is not there", async () => {
    await expect(requireListener("unix:///nowhere/engine.sock")).rejects.toThrow(
      "No Dagger engine listens at unix:///nowhere/engine.sock: there is no such socket.",
    );
  });

  it("does not look at what it does not know", async () => {
    await requireListener("kube-pod://engine");
  });
});
