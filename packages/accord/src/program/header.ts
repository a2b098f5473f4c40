import type { AttributeType } from "@kelisim/model";

/** The attributes that every record has besides those of its kind. */
export const HEADER_ATTRIBUTES: Readonly<Record<string, AttributeType>> = {
  from: { type: "party" },
  to: { type: "parties" },
  sent: { type: "instant" },
  occurred: { type: "instant" },
  received: { type: "instant" },
};
