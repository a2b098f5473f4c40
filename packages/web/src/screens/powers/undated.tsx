import type { Powers } from "@kelisim/api";
import { Panel } from "../../parts/panel.tsx";
import { useText } from "../../texts/use-text.ts";
import { RowItem } from "./detail.tsx";

/** Rows of the state that no year can count, since nobody tells when they began. */
export function Undated({ data, state }: { readonly data: Powers; readonly state: string }) {
  const { t } = useText();
  const own = data.undated.filter((each) => each.state === state);
  const powers = new Map(data.powers.map(({ id, name }) => [id, name]));
  const rows = data.rows.flatMap((row) => {
    const of = own.filter(({ id }) => id === row.id).map(({ power }) => powers.get(power) ?? power);
    return of.length === 0
      ? []
      : [{ ...row, title: t("powers.undatedRow", { power: of.join(", "), title: row.title }) }];
  });
  if (rows.length === 0) return null;
  return (
    <Panel title={t("powers.undated")} count={rows.length}>
      <p className="caption">{t("powers.undatedNote")}</p>
      {rows.map((row) => (
        <RowItem key={row.id} row={row} />
      ))}
    </Panel>
  );
}
