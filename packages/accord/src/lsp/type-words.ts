import type { Attribute, AttributeType, Kind } from "@kelisim/model";

/** A type as the language writes it: "amount in million m3", "one of (a, b)". */
export function typeWords(type: AttributeType): string {
  switch (type.type) {
    case "amount":
      return `amount in ${type.unit}`;
    case "choice":
      return `one of (${type.of.map(choiceWords).join(", ")})`;
    case "record":
      return type.of;
    default:
      return type.type;
  }
}

/** A choice as a clause writes it: as a word where it is one, else in quotes. */
export function choiceWords(choice: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*$/u.test(choice) ? choice : JSON.stringify(choice);
}

export function attributeWords({ name, type, required, min, max }: Attribute): string {
  const bounds = [min === undefined ? "" : ` min ${min}`, max === undefined ? "" : ` max ${max}`].join("");
  return `${name}: ${typeWords(type)}${required ? " required" : ""}${bounds}`;
}

export function kindWords({ form, name, title, version, actor, attributes }: Kind): string {
  const head = `${form} ${name} ${JSON.stringify(title)} version ${version}${actor === undefined ? "" : ` by ${actor}`}`;
  return [`${head} {`, ...attributes.map((attribute) => `  ${attributeWords(attribute)};`), "}"].join("\n");
}
