const RULES = new Intl.PluralRules("ru");
const NUMBERS = new Intl.NumberFormat("ru");

/** The form of a noun for 1 ("день"), for 2 to 4 ("дня") and for more ("дней"). */
export type Forms = readonly [one: string, few: string, many: string];

/** The form that a number asks for; fractions take that of 2 to 4 ("1,5 дня"). */
export function formFor(count: number, [one, few, many]: Forms): string {
  const rule = RULES.select(count);
  return rule === "one" ? one : rule === "many" ? many : few;
}

/** "5 дней" */
export function counted(count: number, forms: Forms): string {
  return `${NUMBERS.format(count)}\u00a0${formFor(count, forms)}`;
}

export function number(count: number): string {
  return NUMBERS.format(count);
}
