/** On whose behalf something is read or written: one body of one party, in one region. */
export interface Viewer {
  /** Name of the region: "central-asia". */
  readonly region: string;
  /** Id of the party: "KAZ". */
  readonly party: string;
  /** Id of the body within its party: "customs". */
  readonly body: string;
}

/** "KAZ/customs": how a body is written in a release list. */
export function bodyPath(viewer: Pick<Viewer, "party" | "body">): string {
  return `${viewer.party}/${viewer.body}`;
}

/** A viewer whose names could not stand in a marking. */
export class WrongViewer extends Error {
  override readonly name = "WrongViewer";
}

/** Throws `WrongViewer` where a name is missing or could be read as something else in a release list. */
export function checkViewer({ region, party, body }: Viewer): void {
  const sound =
    /^[a-z0-9][a-z0-9-]{0,59}$/.test(region) &&
    /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/.test(party) &&
    /^[a-z0-9][a-z0-9-]{0,59}$/.test(body);
  if (!sound) throw new WrongViewer(`"${region}", "${party}", "${body}" do not name a region, a party and a body`);
}
