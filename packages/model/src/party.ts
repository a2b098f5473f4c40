/** A state or organisation that can be bound and can speak. Organs (a council, a director) speak too. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: "state" | "organisation" | "organ";
  readonly shortName?: string;
  /** ISO 3166-1 alpha-3 code, where it has one. */
  readonly iso?: string;
}
