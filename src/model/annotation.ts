/** One annotation, as the runner takes it: path relative to the repository, integer positions, message within limits. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  readonly path: string | null;
  readonly line: number | null;
  /** The last one of several lines. */
  readonly endLine?: number;
  readonly column: number | null;
}
