import type { Viewer } from "../viewer.ts";

/** Whom to tell about what, outside the page. */
export interface Subscription {
  readonly id: string;
  readonly person: string;
  readonly viewer: Viewer;
  readonly by: "email";
  readonly address: string;
  /** What it is about: names of the server's own ("overdue", "due-soon", "came-in"). */
  readonly topics: readonly string[];
  readonly locale: string;
}

export interface Subscriptions {
  list(query?: { readonly person?: string; readonly topic?: string }): Promise<readonly Subscription[]>;
  save(subscription: Omit<Subscription, "id"> & { readonly id?: string }): Promise<Subscription>;
  remove(id: string, person: string): Promise<boolean>;
}
