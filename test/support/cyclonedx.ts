import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

/** What the schema of CycloneDX 1.6 has against a document, and no unknown fields; null: nothing. */
export async function faultsOf(document: string): Promise<unknown> {
  return await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(document);
}
