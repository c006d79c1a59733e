/** Version of package.json. Written by scripts/generate.ts. */
export const version = "0.1.0";
