import { describe, expect, test } from "vitest";
import { daemonHost, probeTargets, publishOptions } from "../../../../../src/engine/host/docker/smoke-network.ts";

test("the daemon's machine by its address", () => {
  expect(daemonHost("unix:///var/run/docker.sock")).toBeNull();
  expect(daemonHost("npipe:////./pipe/docker_engine")).toBeNull();
  expect(daemonHost("tcp://127.0.0.1:2375")).toBeNull();
  expect(daemonHost("tcp://localhost:2375")).toBeNull();
  expect(daemonHost("tcp://docker:2376")).toBe("docker");
  expect(daemonHost("ssh://user@build.example.com")).toBe("build.example.com");
  expect(daemonHost("tcp://[fd00::1]:2375")).toBe("fd00::1");
});

test("a port is published on this machine's loopback alone, except on another machine", () => {
  expect(publishOptions(80, null)).toEqual(["--publish", "127.0.0.1::80"]);
  expect(publishOptions(80, "docker")).toEqual(["--publish", "80"]);
});

describe("where to look for a service", () => {
  const Ports = { "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "32768" }], "81/tcp": null };

  test("at the published port", () => {
    expect(probeTargets({ Ports }, 80, null)).toEqual([{ host: "127.0.0.1", port: 32_768, proxied: true }]);
    expect(probeTargets({ Ports }, 80, "docker")).toEqual([{ host: "docker", port: 32_768, proxied: true }]);
    expect(probeTargets({ Ports }, 81, null)).toEqual([]);
  });

  test("at the container's address only when this machine is in its network", () => {
    const near = { bridge: { IPAddress: "127.7.7.7", IPPrefixLen: 8, GlobalIPv6Address: "" } };
    expect(probeTargets({ Networks: near }, 80, null)).toEqual([{ host: "127.7.7.7", port: 80, proxied: false }]);
    const far = {
      bridge: { IPAddress: "198.51.100.7", IPPrefixLen: 32, GlobalIPv6Address: "2001:db8::2", GlobalIPv6PrefixLen: 64 },
    };
    expect(probeTargets({ Networks: far }, 80, null)).toEqual([]);
  });
});
