import { Trans } from "@lingui/react";
import type { ReactElement } from "react";
import type { MessageId, MessageValues } from "./ids.ts";

export interface SentenceProps {
  readonly id: MessageId;
  readonly values?: MessageValues;
  /** What the tags of the message stand for: `<b>` is bold unless said otherwise. */
  readonly tags?: Readonly<Record<string, ReactElement>>;
}

/** A message with marked words in it: "The next date is <b>15 December</b>". */
export function Sentence({ id, values, tags }: SentenceProps) {
  return <Trans id={id} values={values as Record<string, unknown>} components={{ b: <b />, ...tags }} />;
}
