/** What a person last looked at, in the name of a body: "what changed since". */
export interface Seen {
  /** `screen` is any name: "today", a thread's id. */
  get(person: string, screen: string): Promise<SeenMark | undefined>;
  /** Never goes back to an earlier `seq`. */
  mark(person: string, screen: string, seq: number): Promise<void>;
}

export interface SeenMark {
  readonly seq: number;
  readonly at: string;
}
