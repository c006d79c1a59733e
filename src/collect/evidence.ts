import { relative } from "node:path";
import { readEnds } from "../files/ends.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { runsOf } from "../go/coverage/spans.ts";
import { groupBy } from "../group-by.ts";
import type { CoveredFile } from "../model/coverage.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Project } from "../model/project.ts";
import type { Redactor } from "../platform/mask.ts";
import { isRegularFile } from "./files.ts";
import { readText, textSize } from "./go-sources.ts";

interface Where {
  readonly project: Project;
  readonly output: OutputDir;
  readonly redactor: Redactor;
}

/** Sources and logs as they are on this machine; `covered`: the files that count, with their blocks. */
export function evidenceOf(covered: readonly CoveredFile[], { project, output, redactor }: Where): Evidence {
  const byPath = groupBy(covered, ({ path }) => path);
  return {
    sourceSize: (path) => (isGoFile(path) ? textSize(project, path) : null),
    source: (path) => {
      const text = isGoFile(path) ? readText(project, path) : null;
      if (text === null) return null;
      // A file may have several names in the profile.
      const blocks = (byPath.get(path) ?? []).flatMap((file) => (file.lines ? [...file.blocks] : []));
      const shown = redactor.redact(text);
      return { text: shown, runs: runsOf(shown, blocks) };
    },
    log: async (stage, limit) => {
      const path = output.log(stage);
      if (!(await isRegularFile(path))) return null;
      return { path: relative(output.path, path).replaceAll("\\", "/"), ...(await readEnds(path, limit)) };
    },
  };
}

function isGoFile(path: string): boolean {
  return path.endsWith(".go");
}
