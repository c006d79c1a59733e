import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headBytes, mismatch, readExecutable } from "../../../src/go/executable.ts";
import { directory } from "../../support/repository.ts";

/** The start of what Go links for a platform. */
function built(os: string, arch: string): Buffer {
  const dir = directory({
    "go.mod": "module example.com/x\n\ngo 1.22\n",
    "main.go": "package main\n\nfunc main() {}\n",
  });
  const env = { ...process.env, GOOS: os, GOARCH: arch, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
  execFileSync("go", ["build", "-ldflags=-s -w", "-o", "x", "."], { cwd: dir, env });
  return readFileSync(join(dir, "x")).subarray(0, headBytes);
}

const platform = (os: string, arch: string) => ({ os, arch, variant: null });

describe("what Go links", () => {
  it.each([
    ["linux", "amd64", "ELF", "static"],
    ["linux", "386", "ELF", "static"],
    ["darwin", "amd64", "Mach-O", "dynamic"],
    ["windows", "amd64", "PE", "dynamic"],
  ])(
    "for %s/%s is %s, %s",
    (os, arch, format, linkage) => {
      const found = readExecutable(built(os, arch));
      expect(found).toEqual({ format, arch, linkage });
      expect(mismatch(found, platform(os, arch))).toBeNull();
    },
    600_000,
  );

  it("is dynamic with a loader of the system", () => {
    const head = Buffer.from(built("linux", "amd64"));
    head.writeUInt32LE(3, 64);
    expect(readExecutable(head)?.linkage).toBe("dynamic");
  }, 600_000);
});

/** An ELF header without program headers. */
function elf(machine: number, { wide = true, little = true } = {}): Buffer {
  const head = Buffer.alloc(64);
  head.write("\x7fELF", "latin1");
  head[4] = wide ? 2 : 1;
  head[5] = little ? 1 : 2;
  if (little) head.writeUInt16LE(machine, 18);
  else head.writeUInt16BE(machine, 18);
  return head;
}

function machO(cpu: number, ...commands: readonly number[]): Buffer {
  const head = Buffer.alloc(128);
  head.writeUInt32LE(0xfeedfacf, 0);
  head.writeUInt32LE(cpu, 4);
  head.writeUInt32LE(commands.length, 16);
  for (const [index, command] of commands.entries()) {
    head.writeUInt32LE(command, 32 + index * 8);
    head.writeUInt32LE(8, 36 + index * 8);
  }
  return head;
}

function pe(machine: number, magic: number, imports: number): Buffer {
  const head = Buffer.alloc(512);
  head.write("MZ", "latin1");
  head.writeUInt32LE(64, 0x3c);
  head.write("PE\0\0", 64, "latin1");
  head.writeUInt16LE(machine, 68);
  head.writeUInt16LE(magic, 88);
  head.writeUInt32LE(imports, 88 + (magic === 0x20b ? 112 : 96) + 12);
  return head;
}

const begins = (...bytes: readonly number[]): Buffer => Buffer.concat([Buffer.from(bytes), Buffer.alloc(64)]);

describe("a header", () => {
  it.each([
    ["arm", elf(40, { wide: false })],
    ["arm64", elf(183)],
    ["mips", elf(8, { wide: false, little: false })],
    ["mipsle", elf(8, { wide: false })],
    ["mips64", elf(8, { little: false })],
    ["ppc64", elf(21, { little: false })],
    ["ppc64le", elf(21)],
    ["s390x", elf(22, { little: false })],
    ["riscv64", elf(243)],
    ["loong64", elf(258)],
  ])("of ELF names %s", (arch, head) => {
    expect(readExecutable(head)).toEqual({ format: "ELF", arch, linkage: "static" });
    expect(mismatch(readExecutable(head), platform("linux", arch))).toBeNull();
  });

  it("of another format names what it can", () => {
    expect(readExecutable(machO(0x0100000c))).toEqual({ format: "Mach-O", arch: "arm64", linkage: "static" });
    expect(readExecutable(machO(0x0100000c, 0x19, 0xc))?.linkage).toBe("dynamic");
    expect(readExecutable(machO(0x99))?.arch).toBeNull();
    expect(readExecutable(pe(0xaa64, 0x20b, 40))).toEqual({ format: "PE", arch: "arm64", linkage: "dynamic" });
    expect(readExecutable(pe(0x14c, 0x10b, 0))).toEqual({ format: "PE", arch: "386", linkage: "static" });
    expect(readExecutable(pe(0x14c, 0x999, 40))?.linkage).toBe("static");
    expect(readExecutable(begins(0, 0x61, 0x73, 0x6d))).toEqual({ format: "Wasm", arch: "wasm", linkage: null });
    expect(readExecutable(begins(1, 0xf7))).toEqual({ format: "XCOFF", arch: "ppc64", linkage: null });
    expect(readExecutable(begins(0, 0, 0x8a, 0x97))).toEqual({ format: "Plan 9", arch: "amd64", linkage: "static" });
  });

  it("of a C archive is of every platform, whose members say for which", () => {
    const found = readExecutable(Buffer.from(`!<arch>\n${" ".repeat(100)}`));
    expect(found).toEqual({ format: "C archive", arch: null, linkage: null });
    expect(mismatch(found, platform("windows", "amd64"))).toBeNull();
  });

  it("that is none is told, and so is one of another platform", () => {
    const script = Buffer.from(`#!/bin/sh\n${" ".repeat(100)}`);
    expect([readExecutable(script), readExecutable(Buffer.from("MZ")), readExecutable(begins(0x4d, 0x5a))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(mismatch(null, platform("windows", "amd64"))).toBe("is no program of a known format, not PE for amd64");
    expect(mismatch(readExecutable(elf(62)), platform("darwin", "arm64"))).toBe(
      "is ELF for amd64, not Mach-O for arm64",
    );
    expect(mismatch(readExecutable(elf(999)), platform("linux", "arm"))).toBe(
      "is ELF for another architecture, not ELF for arm",
    );
  });
});
