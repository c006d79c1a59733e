import type { SecretID } from "@dagger.io/dagger";
import * as z from "zod";
import { type Endpoint, post } from "./endpoint.ts";

const query = "query($name: String!, $plaintext: String!) { setSecret(name: $name, plaintext: $plaintext) { id } }";

const answerSchema = z.object({ data: z.object({ setSecret: z.object({ id: z.string().min(1) }) }) });

/**
 * Makes a secret with a name and answers its id. A Dockerfile finds its secrets by their names, and only `setSecret` gives one: what comes from a file or a
 * variable has none, and `dockerBuild` refuses it (core/container.go of Dagger 0.21.8). The SDK would write the value into the text of the query, where
 * errors and traces repeat it; so it goes as a variable, in a request of our own. Throws without a word of the value.
 */
export async function nameSecret(
  endpoint: Endpoint,
  name: string,
  value: string,
  signal: AbortSignal,
): Promise<SecretID> {
  const text = await post(endpoint, { query, variables: { name, plaintext: value } }, signal);
  const answer = answerSchema.safeParse(JSON.parse(text));
  // What the engine says of it may quote it.
  if (!answer.success) throw new Error(`the engine does not take the secret ${name}`);
  // The SDK's type for ids is a branded string that only a cast can make.
  return answer.data.data.setSecret.id as SecretID;
}
