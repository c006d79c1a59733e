/** Values that are masked first and never enter plan, report, events or argv. */
export interface Secrets {
  readonly cloudToken: string | null;
  readonly registryUsername: string | null;
  readonly registryPassword: string | null;
  /** `host` -> login for private modules. */
  readonly gitCredentials: readonly { readonly host: string; readonly username: string; readonly password: string }[];
  /** What private modules are fetched with over SSH; null: as in any shell. */
  readonly gitSsh: SshLogin | null;
  readonly dockerSecrets: readonly { readonly id: string; readonly value: string }[];
  /** Variables of deployments; null: the value that the environment has, which is not read before it is wanted. */
  readonly deployEnv: readonly (readonly [name: string, value: string | null])[];
}

export interface SshLogin {
  /** Text of a private key without a passphrase, LF line ends, the last line ended. */
  readonly key: string;
  /** Lines of a known_hosts file. */
  readonly knownHosts: readonly string[];
}
