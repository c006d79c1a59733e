import * as z from "zod";

export const count = z.int().min(0);

/** 0-100; null: of nothing. */
export const percent = z.number().min(0).max(100).nullable();

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
