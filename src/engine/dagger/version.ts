/** SDK, CLI and engine are one version: the API changes between them. Must equal the version of @dagger.io/dagger in package.json. */
export const daggerVersion = "0.21.8";

/** The image that the CLI of this version starts, and the name that it gives the container (engine/client/drivers/container.go). */
export const engineImage = `registry.dagger.io/engine:v${daggerVersion}`;
export const engineContainer = `dagger-engine-v${daggerVersion}`;
