/** A column of any table: its title and what stands in it, in English and Russian. */
export interface ColumnWords {
  readonly en: readonly [title: string, description: string];
  readonly ru: readonly [title: string, description: string];
}

export const column = (en: string, enSays: string, ru: string, ruSays: string): ColumnWords => ({
  en: [en, enSays],
  ru: [ru, ruSays],
});
