/** One step of the database's shape. Once it has run anywhere its text is never changed: write a new one. */
export interface Migration {
  /** 1, 2, 3 ... without gaps. */
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}
