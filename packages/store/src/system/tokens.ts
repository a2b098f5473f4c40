import type { Viewer } from "../viewer.ts";

/** Secret addresses of calendar feeds. Only a hash of the token is kept. */
export interface CalendarTokens {
  /** Gives the token once. */
  create(token: {
    readonly person: string;
    readonly viewer: Viewer;
    readonly label: string;
  }): Promise<{ readonly id: string; readonly token: string }>;
  find(token: string): Promise<CalendarToken | undefined>;
  list(person: string): Promise<readonly CalendarToken[]>;
  revoke(id: string, person: string): Promise<boolean>;
}

export interface CalendarToken {
  readonly id: string;
  readonly person: string;
  readonly viewer: Viewer;
  readonly label: string;
  readonly created: string;
}
