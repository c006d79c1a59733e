/** What tells the comments of one repository's jobs apart. */
export interface CommentOwner {
  readonly workflow: string;
  readonly job: string;
  readonly artifactPrefix: string;
  /** Relative to the repository. */
  readonly workingDirectory: string;
}

/** The first line of our comment, which nobody sees. Nothing in it ends the HTML comment: every `<`, `>` and white space is percent-encoded. */
export function markerOf({ workflow, job, artifactPrefix, workingDirectory }: CommentOwner): string {
  const fields = { workflow, job, "artifact-prefix": artifactPrefix, "working-directory": workingDirectory };
  const text = Object.entries(fields).map(([name, value]) => `${name}=${encoded(value)}`);
  return `<!-- dagger-go-pipeline ${text.join(" ")} -->`;
}

/** Half surrogate pairs make the encoder throw. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
}
