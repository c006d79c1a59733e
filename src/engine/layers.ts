/** What a run may do with layers of images that the CI's cache service keeps. */
export interface LayerPermission {
  readonly restore: boolean;
  readonly save: boolean;
  /** Why not both; null when both, or when nobody expects it. */
  readonly reason: string | null;
}

/** Where nothing says anything else: on a machine that no CI cares for. */
export const allLayers: LayerPermission = { restore: true, save: true, reason: null };
