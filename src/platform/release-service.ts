/** The releases of a repository at its host. Operations throw TransientError where another look may help, Refusal where the token may not. */
export interface ReleaseService {
  /** The commit that a tag stands for; null: there is no such tag. */
  commitOf(tag: string): Promise<string | null>;
  /** All releases, drafts too, which no tag leads to. */
  list(): Promise<readonly HostedRelease[]>;
  create(release: NewRelease): Promise<HostedRelease>;
  assets(release: HostedRelease): Promise<readonly HostedAsset[]>;
  upload(release: HostedRelease, file: AssetFile): Promise<HostedAsset>;
  removeAsset(asset: HostedAsset): Promise<void>;
  publish(release: HostedRelease, latest: boolean): Promise<HostedRelease>;
  removeDraft(release: HostedRelease): Promise<void>;
  close(): Promise<void>;
}

export interface HostedRelease {
  readonly id: number;
  readonly tag: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** Where people see it. */
  readonly url: string;
  readonly body: string;
  readonly uploadUrl: string;
}

export interface HostedAsset {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `sha256:…`; null: the host does not say. */
  readonly digest: string | null;
  /** All of it has arrived. */
  readonly whole: boolean;
}

/** Made as a draft, of a tag that is there. */
export interface NewRelease {
  readonly tag: string;
  readonly body: string;
  readonly prerelease: boolean;
}

export interface AssetFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** Where releases are made, and with whose rights. */
export interface ReleasePlace {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly signal: AbortSignal;
}
