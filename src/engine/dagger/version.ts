/** SDK, CLI and engine are one version: the API changes between them. Must equal the version of @dagger.io/dagger in package.json. */
export const daggerVersion = "0.21.8";
