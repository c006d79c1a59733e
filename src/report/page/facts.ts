import { engineReason } from "../../model/engine-reason.ts";
import type { CacheReport, Report } from "../../model/report.ts";
import type { PageFact } from "../../page/data.ts";
import { formatBytes, formatDuration } from "../../text/format.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import { engineVersions } from "../view/engine.ts";

/** What ran all this, and with what. */
export function runFacts({ engine, modules, cache, traceUrl, testReuse }: Report): readonly PageFact[] {
  const found = modules.map(({ goVersion }) => goVersion).filter((version) => version !== null);
  const versions = engineVersions(engine, found);
  const name = versions.engine === null ? engine.name : `${engine.name} ${versions.engine}`;
  const reason = engineReason(engine);
  const goVersions = [...new Set(found)].map((version) => sanitizeLine(version.replace(/^go/, "")));
  const [run] = testReuse?.runs ?? [];
  return [
    { name: "Engine", values: [sanitizeLine(reason === null ? name : `${name} (${reason})`)] },
    ...(goVersions.length === 0 ? [] : [{ name: "Go", values: goVersions }]),
    ...(cache === null ? [] : [{ name: "Caches", values: cacheWords(cache) }]),
    ...address("Trace", traceUrl),
    ...address("Tests last run in", run?.run ?? null),
  ];
}

/** Only what is an address becomes a link. */
export function address(name: string, url: string | null): readonly PageFact[] {
  if (url === null) return [];
  const text = sanitizeLine(url);
  return [{ name, values: [text], ...(text.startsWith("https://") ? { link: text } : {}) }];
}

function cacheWords({
  key,
  restoredBytes,
  restoreMs,
  saved,
  savedBytes,
  saveMs,
  notes,
}: CacheReport): readonly string[] {
  const said = [
    ...(key === null ? [] : [`restored ${formatBytes(restoredBytes)} in ${formatDuration(restoreMs)}`]),
    ...(saved ? [`saved ${formatBytes(savedBytes)} in ${formatDuration(saveMs)}`] : []),
    ...notes.map((note) => sanitizeLine(note)),
  ];
  return said.length === 0 ? ["nothing was restored or saved"] : said;
}
