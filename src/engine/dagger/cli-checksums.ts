/**
 * SHA-256 of the archives of the Dagger CLI 0.21.8, from public records made when it was released; a platform without one is refused. Found in:
 *
 * - windows: microsoft/winget-pkgs, manifests/d/Dagger/Cli/0.21.8/Dagger.Cli.installer.yaml (commit 13dddff087bdb208c49d3904f54626f14974c561),
 *   written by Dagger's own release process; amd64 also in piraces/chocolatey-packages, automatic/dagger/tools/chocolateyInstall.ps1
 *   (commit 662f1b5a345ac4e61069535c945b727270db6f67).
 * - linux: araihu/paje, .github/scripts/setup-dagger.sh (commit 222b4b4b72b3ef1cd567217f6e3ace2005b78ff5), and masonjames/dash,
 *   scripts/bootstrap-dagger.sh (commit f138498d8a841cd2f6a0c453fb8297ef909f38be).
 * - darwin: the same file of masonjames/dash; arm64 also in hseshadr/portfolio-delivery, docs/superpowers/plans/2026-08-22-portfolio-delivery-foundation.md
 *   (commit f5ab9dabe5de973dbaec76942653f1ed5d03a782).
 *
 * Those of windows/arm64 and darwin/amd64 were found once, in a record whose other checksums agree with another one.
 */
export const cliChecksums: Readonly<Record<string, string>> = {
  "dagger_v0.21.8_linux_amd64.tar.gz": "53e226c7da8fb75171e58c35759d736d961ce8b3a12db0baa7b7107954fccc5a",
  "dagger_v0.21.8_linux_arm64.tar.gz": "cd0df4885f2050082932b4abc5a6aad9a733f6aa4e7d8474740558517ffec4af",
  "dagger_v0.21.8_darwin_amd64.tar.gz": "4759befe3fa951fd2ba05551306023df7e8c7fc9eff57bb823481803cb44b215",
  "dagger_v0.21.8_darwin_arm64.tar.gz": "f3f37a831afd53d09bf9c9a9df63492c16ad43622e5c197d9815e82f334ef1c4",
  "dagger_v0.21.8_windows_amd64.zip": "7452d17f7f6b01d409fe27b8fd1655162b5b4d2cd531c704f2373e62eba512d5",
  "dagger_v0.21.8_windows_arm64.zip": "7ee6276aba13a045da5fe2628e4365b12fd7db55e07a92eaaede58641c542f58",
};
