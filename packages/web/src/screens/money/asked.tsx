import type { MoneyBasisView, MoneyChoices } from "@kelisim/api";
import { choicesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { basisOf, type DataChoice, dataOf, questionOf, recipientsOf } from "../../state/money/question.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";

/** What the address asks of the files, once it is known what they hold. */
export interface Asked {
  readonly choices: MoneyChoices;
  readonly choice: DataChoice;
  readonly basis: MoneyBasisView;
  readonly question: Address;
  /** Ids of recipients asked for; none: all of the files. */
  readonly recipients: readonly string[];
  /** States of the region that the data set has. */
  readonly focus: readonly string[];
}

export type AskedState =
  | { readonly kind: "asked"; readonly asked: Asked }
  | { readonly kind: "nothing"; readonly named: boolean }
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly error: unknown; readonly again: () => void };

export function useAsked(): AskedState {
  const { region } = useDesk();
  const { language: lang } = useText();
  const address = useAddress();
  const { data, error, refetch } = useAnswer(choicesQuery(region.id, { lang, holdings: address.holdings }));
  if (data === undefined) {
    return error ? { kind: "failed", error, again: () => void refetch() } : { kind: "waiting" };
  }
  const choice = dataOf(data.choices, address);
  const basis = choice === undefined ? undefined : basisOf(choice, address);
  if (choice === undefined || basis === undefined) return { kind: "nothing", named: data.named };
  const focus = region.parties.filter((party) => party.focus).map(({ id }) => id);
  const inFile = focus.filter((party) => choice.recipients.includes(party));
  return {
    kind: "asked",
    asked: {
      choices: data,
      choice,
      basis,
      focus: inFile,
      recipients: recipientsOf(choice, address, focus),
      question: questionOf(choice, basis, address, { focus, lang }),
    },
  };
}
