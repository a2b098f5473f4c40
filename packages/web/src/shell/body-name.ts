import type { Say } from "../texts/use-text.ts";

/** Bodies are named by people; the one that every node begins with has no name but that of what it is. */
export const bodyName = (body: { readonly id: string; readonly name: string }, t: Say): string =>
  body.id === "desk" && body.name === "Desk" ? t("shell.desk") : body.name;
