/** What a run is asked to deploy. */
export interface Deployment {
  /** Names of the own stages that do it. */
  readonly stages: ReadonlySet<string>;
  /** Why nothing is deployed; null: it is. */
  readonly withheld: string | null;
}
