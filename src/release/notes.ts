import { shortCommit } from "../model/commit.ts";
import type { PlannedRelease } from "../model/release.ts";
import type { Commit } from "../project/commits.ts";
import {
  bullets,
  code,
  heading,
  type Inline,
  link,
  type MarkdownBlock,
  paragraph,
  prose,
  renderMarkdown,
  words,
} from "../report/markdown.ts";
import { releaseMarker } from "./marker.ts";

/** More make notes that nobody reads, and that GitHub may not take. */
export const maxCommits = 200;

export interface NotesRequest {
  readonly release: PlannedRelease;
  /** `https://github.com/owner/name`. */
  readonly address: string;
  /** The new ones, newest first; one more than are shown when there are more. */
  readonly commits: readonly Commit[];
  /** Takes secrets out. The marker is no secret's, even where one is a word of it. */
  readonly redact: (text: string) => string;
}

/** The text of a release: our marker, and the commits since the one before. */
export function releaseNotes({ release, address, commits, redact }: NotesRequest): string {
  const { before, cutOff, tag } = release;
  const shown = commits.slice(0, maxCommits);
  const compared =
    before === null ? `${address}/commits/${pathOf(tag)}` : `${address}/compare/${pathOf(before)}...${pathOf(tag)}`;
  const blocks: readonly MarkdownBlock[] = [
    heading(2, ...(before === null ? [words("Changes")] : [words("Changes since "), code(before)])),
    ...(cutOff === null && shown.length > 0
      ? [bullets(shown.map((commit) => [paragraph(...line(commit, address))]))]
      : []),
    ...(commits.length > shown.length ? [paragraph(words(`… and more, ${maxCommits} are shown.`))] : []),
    paragraph(link(compared, words("All commits"))),
  ];
  return `${releaseMarker(release)}\n${redact(renderMarkdown(blocks))}`;
}

/** `0123456789ab What it does (#12)`: the numbers that GitHub adds to what it squashes are links, all else means nothing to it. */
function line({ hash, subject }: Commit, address: string): readonly Inline[] {
  const [, said = subject, number] = /^(.*) \(#(\d{1,9})\)$/.exec(subject) ?? [];
  const pull =
    number === undefined ? [] : [words(" ("), link(`${address}/pull/${number}`, words(`#${number}`)), words(")")];
  return [link(`${address}/commit/${hash}`, words(shortCommit(hash))), words(" "), ...prose(said, 200), ...pull];
}

function pathOf(tag: string): string {
  return tag.split("/").map(encodeURIComponent).join("/");
}
