export interface Erasure {
  readonly record: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export type EraseResult = { readonly kind: "erased" } | { readonly kind: "absent" } | { readonly kind: "repeated" };

export interface RetentionReport {
  readonly erased: number;
  readonly byKind: Readonly<Record<string, number>>;
}
