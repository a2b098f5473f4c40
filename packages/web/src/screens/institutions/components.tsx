import type { ComponentOfRegion, FigureChoice, IndexView, Indices } from "@kelisim/api";
import { useEffect, useState } from "react";
import { Unverified } from "../../parts/unverified.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { readPairs, typedNumber, withPair } from "../../state/institutions/pairs.ts";
import { originalLanguage } from "../../state/money/original.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { FigureSource, figureWords } from "./figure-source.tsx";
import styles from "./institutions.module.css";
import { regionName } from "./words.ts";

/** Components of an index: scale, figure and source, value, weight; beside those of another region. */
export function Components({ data, index }: { readonly data: Indices; readonly index: IndexView }) {
  const { t, locale } = useText();
  const write = (value: number) => writeNumber(value, locale, { maximumFractionDigits: 3 });
  const { other } = data;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="unseen">{t(`institutions.index.${index.id}` as MessageId)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("institutions.component")}</th>
            <th scope="col">{data.own.name}</th>
            <th scope="col" className={styles.figures}>
              {t("institutions.value")}
            </th>
            <th scope="col" className={styles.figures}>
              {t("institutions.weight")}
            </th>
            {other === undefined ? null : (
              <>
                <th scope="col">{regionName(other, t)}</th>
                <th scope="col" className={styles.figures}>
                  {t("institutions.value")}
                </th>
                <th scope="col" className={styles.figures}>
                  {t("institutions.difference")}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {index.components.map(({ id, worst, best, weight }, at) => {
            const own = index.own.components[at]!;
            const beside = index.other?.components[at];
            const name = t(`institutions.component.${id}` as MessageId);
            return (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <small>{t(`institutions.says.${id}` as MessageId)}</small>
                  <small>{t("institutions.scaleOf", { worst: write(worst), best: write(best) })}</small>
                </th>
                <td className={styles.wide}>
                  <Figure found={own} name={name} picks />
                </td>
                <td className={styles.figures}>{own.value === undefined ? "" : write(own.value)}</td>
                <td className={styles.figures}>
                  <Weight component={id} name={name} weight={weight} />
                </td>
                {other === undefined || beside === undefined ? null : (
                  <>
                    <td className={styles.wide}>
                      {other.kind === "reader" ? (
                        <Theirs component={id} name={name} />
                      ) : (
                        <Figure found={beside} name={name} />
                      )}
                    </td>
                    <td className={styles.figures}>{beside.value === undefined ? "" : write(beside.value)}</td>
                    <td className={styles.figures}>
                      {own.value === undefined || beside.value === undefined ? "" : write(own.value - beside.value)}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The figure that counts with its source; several can be chosen among, none is hidden. */
function Figure({
  found,
  name,
  picks = false,
}: {
  readonly found: ComponentOfRegion;
  readonly name: string;
  readonly picks?: boolean;
}) {
  const { t, locale, language } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const { choices, picked, component, held } = found;
  const choice = picked === undefined ? undefined : choices[picked - 1];
  if (choice === undefined) return <span className={styles.unknown}>{t("institutions.noFigure")}</span>;
  const words = (each: FigureChoice) => figureWords(each, t, locale);
  return (
    <>
      {choice.unverified ? <Unverified>{words(choice)}</Unverified> : words(choice)}
      {held ? <small>{t("institutions.held")}</small> : null}
      <small>
        <FigureSource choice={choice} />
      </small>
      {choice.note ? <small lang={originalLanguage(choice.note, language)}>{choice.note}</small> : null}
      {picks && choices.length > 1 ? (
        <select
          className="screen-only"
          aria-label={t("institutions.pick", { component: name })}
          value={picked}
          onChange={({ target }) => change({ pick: withPair(address.pick, component, target.value) }, true)}
        >
          {choices.map((each, at) => (
            <option key={`${each.from}~${each.source}`} value={at + 1}>
              {t("institutions.choice", { figure: words(each), source: each.source })}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}

/** A weight that the reader changes; it is taken over when it is a number and stands in the address. */
function Weight({
  component,
  name,
  weight,
}: {
  readonly component: string;
  readonly name: string;
  readonly weight: number;
}) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  return (
    <NumberField
      label={t("institutions.weightOf", { component: name })}
      value={`${weight}`}
      onValue={(value) => {
        if (value !== undefined) change({ w: withPair(address.w, component, value === "1" ? undefined : value) }, true);
      }}
    />
  );
}

/** A figure of the reader's own region. */
function Theirs({ component, name }: { readonly component: string; readonly name: string }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  return (
    <NumberField
      label={t("institutions.theirs", { component: name })}
      value={readPairs(address.theirs).get(component) ?? ""}
      onValue={(value) => change({ theirs: withPair(address.theirs, component, value) }, true)}
    />
  );
}

/** Taken over once left, so that a half-typed number asks nothing; undefined: it was emptied. */
function NumberField({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const read = typedNumber(typed);
  const wrong = typed !== "" && read === undefined;
  const take = () => {
    if (!wrong && (read ?? "") !== value) onValue(read);
  };
  return (
    <input
      className={styles.number}
      aria-label={label}
      aria-invalid={wrong}
      inputMode="decimal"
      maxLength={12}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === "Enter") take();
      }}
    />
  );
}
