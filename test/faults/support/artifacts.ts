import AdmZip from "adm-zip";
import type { ResultsService } from "../../act/results-service.ts";

/** What was uploaded, unpacked: content by `<artifact>/<file>`, bytes as latin1. */
export function uploadedFiles(service: ResultsService): Readonly<Record<string, string>> {
  const files = [...service.artifacts.values()].flatMap(({ name, content }) =>
    new AdmZip(content).getEntries().map((entry) => [`${name}/${entry.entryName}`, entry.getData().toString("latin1")]),
  );
  return Object.fromEntries(files);
}

/** What the runner tells a step about the service. */
export function serviceEnv({ token, url }: Pick<ResultsService, "token" | "url">): Readonly<Record<string, string>> {
  return { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: url };
}
