import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DaemonSet } from "kubernetes-models/apps/v1/DaemonSet";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { Pod } from "kubernetes-models/v1/Pod";
import { Service } from "kubernetes-models/v1/Service";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { daggerVersion } from "../../../src/engine/dagger/version.ts";

const directory = resolve(import.meta.dirname, "../../../docs/kubernetes");
const files = readdirSync(directory);
const documents = files.flatMap((file) =>
  parseAllDocuments(readFileSync(join(directory, file), "utf8")).map((document) => ({ file, json: document.toJSON() })),
);

const kinds: Readonly<Record<string, new (data: never) => { validate(): void }>> = {
  "apps/v1 DaemonSet": DaemonSet,
  "apps/v1 StatefulSet": StatefulSet,
  "networking.k8s.io/v1 NetworkPolicy": NetworkPolicy,
  "v1 ConfigMap": ConfigMap,
  "v1 Namespace": Namespace,
  "v1 Pod": Pod,
  "v1 Service": Service,
};

/** The parts in which names have to fit together; the schema alone does not see to that. */
const podSpec = z.object({
  containers: z.array(
    z.object({
      image: z.string(),
      volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
    }),
  ),
  volumes: z.array(z.object({ name: z.string() })),
});
const workload = z.object({
  spec: z.object({
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: podSpec,
    }),
    volumeClaimTemplates: z.array(z.object({ metadata: z.object({ name: z.string() }) })).default([]),
  }),
});

describe("the Kubernetes manifests", () => {
  it("are there", () => {
    expect(documents.map(({ json }) => json.kind)).toEqual(
      expect.arrayContaining(["DaemonSet", "StatefulSet", "Pod", "Service", "NetworkPolicy", "ConfigMap"]),
    );
  });

  it.each(documents)("$json.kind in $file is what Kubernetes takes", ({ json }) => {
    const model = kinds[`${json.apiVersion} ${json.kind}`];
    if (model === undefined) throw new Error(`no schema for ${json.apiVersion} ${json.kind}`);
    const check = (data: unknown): void => Reflect.construct(model, [data]).validate();
    expect(() => check(json)).not.toThrow();
    expect(() => check({ ...json, metadata: 1 })).toThrow();
  });

  const workloads = documents.filter(({ json }) => ["DaemonSet", "StatefulSet"].includes(json.kind));

  it.each(workloads)("$json.kind in $file selects its own pods and mounts volumes that it has", ({ json }) => {
    const { selector, template, volumeClaimTemplates } = workload.parse(json).spec;
    expect(template.metadata.labels).toEqual(selector.matchLabels);
    const volumes = [...template.spec.volumes, ...volumeClaimTemplates.map(({ metadata }) => metadata)];
    const mounted = template.spec.containers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name));
    expect(mounted.sort()).toEqual(volumes.map(({ name }) => name).sort());
    expect(template.spec.containers[0]?.image).toBe(`registry.dagger.io/engine:v${daggerVersion}`);
  });

  const config = documents.find(({ json }) => json.kind === "ConfigMap");
  const engineJson = (): unknown => JSON.parse(config?.json.data["engine.json"]);

  it("hold a configuration that is JSON and keeps what Go compiled", () => {
    expect(engineJson()).toMatchObject({
      gc: { policies: [{ filters: ["type==exec.cachemount"], keepDuration: "720h" }, { all: true }] },
    });
  });

  it("give no Dockerfile the network of the node, on any engine", () => {
    expect(engineJson()).toMatchObject({ security: { insecureRootCapabilities: false } });
    const mounted = workloads.map(({ json }) =>
      z
        .object({ configMap: z.object({ name: z.string() }) })
        .safeParse(json.spec.template.spec.volumes.find(({ name }: { name: string }) => name === "config")),
    );
    expect(mounted.map(({ data }) => data?.configMap.name)).toEqual(workloads.map(() => config?.json.metadata.name));
  });
});
