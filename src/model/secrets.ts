/** Values that are masked first and never enter plan, report, events or argv. */
export interface Secrets {
  readonly cloudToken: string | null;
  readonly registryUsername: string | null;
  readonly registryPassword: string | null;
  /** `host` -> login for private modules. */
  readonly gitCredentials: readonly { readonly host: string; readonly username: string; readonly password: string }[];
  readonly dockerSecrets: readonly { readonly id: string; readonly value: string }[];
}
