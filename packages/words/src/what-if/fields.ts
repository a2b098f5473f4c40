import type { Attribute, AttributeType, Kind } from "@kelisim/accord/program";
import type { Names } from "../names.ts";

/** An attribute as a form asks for it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: AttributeType;
  readonly required: boolean;
  /** Who sends or does it stands here. */
  readonly actor: boolean;
  /** The choices of an attribute that has some. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The attributes of a kind in its own order, each with its name in the reader's language. */
export function fieldsOf(kind: Kind, names: Names): readonly Field[] {
  return kind.attributes.map((attribute: Attribute) => {
    const { name, type, required } = attribute;
    const label = names.attribute(name, kind.name);
    const choices = type.type === "choice" ? type.of : [];
    return {
      name,
      label: label.charAt(0).toUpperCase() + label.slice(1),
      type,
      required,
      actor: kind.actor === name,
      choices: choices.map((value) => ({ value, label: names.choice(value, name, kind.name) })),
    };
  });
}
