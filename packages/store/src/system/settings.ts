/** Settings of the node: JSON values by name. `four_eyes` (boolean) is read by the store itself. */
export interface Settings {
  all(): Promise<Readonly<Record<string, unknown>>>;
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown, by: string): Promise<void>;
}
