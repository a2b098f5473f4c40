/** Items that never change their order, each with its place as its key: equal words may stand twice in a text. */
export function keyed<Item>(items: readonly Item[]): readonly { readonly key: string; readonly item: Item }[] {
  return items.map((item, at) => ({ key: String(at), item }));
}
