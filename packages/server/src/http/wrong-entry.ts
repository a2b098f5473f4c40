import { WrongEntry } from "@kelisim/store";
import { badRequest } from "./problem.ts";

/** Runs `work`; a value that the store cannot keep is answered at its place in the request, `places` by the store's names. */
export async function entered<T>(work: Promise<T>, places: Readonly<Record<string, string>> = {}): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof WrongEntry)) throw error;
    throw badRequest(places[error.field] ?? `/body/${error.field}`, error.message.slice(error.field.length + 2));
  }
}
