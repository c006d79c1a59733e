/** The token may not; asking again is of no use. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
