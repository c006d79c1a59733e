/** Marks what only hostile output says; a command that carries it was forged. */
export const mark = "forged-by-the-repository";

/** Lines that a runner would obey if they reached it as they are, and disguises of them. */
export const payloads: readonly string[] = [
  `::set-output name=conclusion::${mark}`,
  `::save-state name=x::${mark}`,
  `::add-mask::${mark}`,
  "::add-matcher::forged.json",
  "::remove-matcher owner=go::",
  `::error file=forged.go,line=1::${mark}`,
  `::warning::${mark}`,
  `::notice title=${mark}::${mark}`,
  `::debug::${mark}`,
  `::group::${mark}`,
  "::endgroup::",
  "::echo::on",
  `::set-env name=FORGED::${mark}`,
  `::add-path::/${mark}`,
  `::stop-commands::${mark}`,
  `::${mark}::`,
  `##[set-output name=conclusion]${mark}`,
  `harmless ##[error]${mark}`,
  `##[add-mask]${mark}`,
  `   ::error::${mark}`,
  `\t::error::${mark}`,
  `\u00a0\u2003::error::${mark}`,
  `\u200b::error::${mark}`,
  `\ufeff::error::${mark}`,
  `\r::error::${mark}`,
  `progress\r::error::${mark}`,
  `\u2028::error::${mark}`,
  `\u001b[31m::error::${mark}\u001b[0m`,
  `\u001b]0;title\u0007::error::${mark}`,
  `:\u001b[0m:error::${mark}`,
  `#\u001b[0m#[error]${mark}`,
  `\u0000::error::${mark}`,
  `::ERROR::${mark}`,
  `::error::%0A::set-output name=conclusion::${mark}`,
];

/** A Go string literal. */
export function goString(text: string): string {
  const spell = (character: string): string => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? character : `\\u${code.toString(16).padStart(4, "0")}`;
  };
  return `"${text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll(/[^ -~]/gu, spell)}"`;
}
