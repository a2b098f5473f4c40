import type { Reciprocity } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { carried } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import type { Say } from "../../texts/use-text.ts";
import { useText } from "../../texts/use-text.ts";
import { twoPlaces } from "./pairs.tsx";
import own from "./powers.module.css";

type Kind = Reciprocity["kinds"]["value"][number];

const kindWords = ({ kind, name }: Kind, t: Say): string => t(`powers.act.${kind}` as MessageId, { name });
const keyOf = ({ kind, name }: Kind): string => `${kind} ${name ?? ""}`;

/** One row a kind, with the acts behind it one click away. */
export function Acts({ data }: { readonly data: Reciprocity }) {
  const { t, locale } = useText();
  const address = useAddress();
  const [a, b] = data.pair;
  const kinds = data.kinds.value;
  const ways = [t("powers.there", { a: a.name, b: b.name }), t("powers.there", { a: b.name, b: a.name })] as const;
  const columns: readonly Column<Kind>[] = [
    { id: "kind", title: t("powers.actKind"), cell: (kind) => kindWords(kind, t), by: (kind) => kindWords(kind, t) },
    { id: "there", title: ways[0], cell: ({ there }) => there.length, by: ({ there }) => there.length, number: true },
    { id: "back", title: ways[1], cell: ({ back }) => back.length, by: ({ back }) => back.length, number: true },
    {
      id: "reciprocity",
      title: t("powers.reciprocityShort"),
      cell: ({ reciprocity }) => twoPlaces(reciprocity, locale),
      by: ({ reciprocity }) => reciprocity,
      number: true,
    },
    {
      id: "balance",
      title: t("powers.balance"),
      cell: ({ balance }) => twoPlaces(balance, locale),
      by: ({ balance }) => balance,
      number: true,
    },
    {
      id: "answered",
      title: t("powers.answered"),
      cell: ({ there, back, answered }) =>
        [...there, ...back].some(({ date }) => date !== undefined)
          ? t("powers.answeredOf", answered)
          : t("powers.noActDates"),
    },
  ];
  if (kinds.length === 0) return <Empty>{t("powers.reciprocity.answer", { kinds: 0 })}</Empty>;
  return (
    <>
      <DataTable caption={t("powers.acts")} columns={columns} rows={kinds} keyOf={keyOf} />
      {kinds.map((kind) => (
        <details key={keyOf(kind)} className={own.fold}>
          <summary>
            {kindWords(kind, t)} <span className="caption">{kind.there.length + kind.back.length}</span>
          </summary>
          <div className={`${own.way} ${own.inside}`}>
            {[kind.there, kind.back].map((acts, at) => (
              <div key={ways[at]}>
                <h3>{ways[at]}</h3>
                {acts.length === 0 ? <p className="caption">{t("powers.none")}</p> : null}
                <ul>
                  {acts.map(({ id, title, date, source }) => (
                    <li key={id}>
                      {kind.kind === "record" ? (
                        <Link to="/records/$id" params={{ id }} search={carried(address) as never}>
                          {title}
                        </Link>
                      ) : (
                        title
                      )}
                      {date === undefined ? null : ` · ${writeDated(date, locale)}`}{" "}
                      <span className="caption">{source}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </details>
      ))}
    </>
  );
}
