/** Names that a sentence of the engine may need in another language. */
export interface EngineNames {
  attribute(name: string): string;
  kind(name: string): string;
  party(id: string): string;
  organisation(id: string): string;
  channel(channel: string): string;
}
