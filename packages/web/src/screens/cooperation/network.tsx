import type { Cooperation, Network as NetworkData } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./cooperation.module.css";

const NetworkDrawing = lazy(() => import("../../parts/network-drawing.tsx"));
const CHOICES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15];

export interface NetworkProps {
  readonly network: NetworkData;
  readonly organisations: Cooperation["organisations"];
  readonly onLeast: (least: number) => void;
}

/** Who has how many bodies in common with whom: a drawing, and the table that says the same. */
export function Network({ network, organisations, onLeast }: NetworkProps) {
  const { t } = useText();
  const names = useMemo(() => new Map(organisations.map(({ id, shortName }) => [id, shortName])), [organisations]);
  const parties = new Map(network.parties.map(({ id, name }) => [id, name]));
  const edges = network.edges.toSorted((x, y) => y.organisations.length - x.organisations.length);
  const choices = CHOICES.includes(network.least) ? CHOICES : [...CHOICES, network.least].sort((a, b) => a - b);
  return (
    <Panel
      bare
      title={t("cooperation.network")}
      aside={
        <label className="meta">
          {t("cooperation.least")}{" "}
          <select value={network.least} onChange={(event) => onLeast(Number(event.currentTarget.value))}>
            {choices.map((count) => (
              <option key={count} value={count}>
                {t("cooperation.leastCount", { count })}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <div className={styles.notes}>
        <p className="caption">
          {t("cooperation.networkNote")} {t("cooperation.leftOut", { count: network.leftOut, least: network.least })}
        </p>
      </div>
      <div className={styles.network}>
        <div className={styles.drawing}>
          <Suspense fallback={<Skeletons rows={6} />}>
            <NetworkDrawing
              network={network}
              label={t("cooperation.describeNetwork", {
                parties: network.parties.length,
                edges: network.edges.length,
              })}
            />
          </Suspense>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls, and the keyboard must reach it */}
        <section className={styles.scrolls} tabIndex={0} aria-label={t("cooperation.network")}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("cooperation.pair")}</th>
                <th scope="col">{t("cooperation.common")}</th>
              </tr>
            </thead>
            <tbody>
              {edges.map(({ a, b, organisations: common, unverified }) => (
                <tr key={`${a}-${b}`}>
                  <td>
                    <Link
                      to="/between"
                      search={{ a, b } as never}
                      aria-label={`${parties.get(a)}, ${parties.get(b)}: ${t("cooperation.showPair", { a: parties.get(a) ?? a, b: parties.get(b) ?? b })}`}
                    >
                      {parties.get(a)}, {parties.get(b)}
                    </Link>
                    <small>{common.map((id) => names.get(id) ?? id).join(", ")}</small>
                  </td>
                  <td className={styles.number}>
                    {common.length}
                    {unverified > 0 ? <small>{t("cooperation.ofThemUnverified", { count: unverified })}</small> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {edges.length === 0 ? <Empty>{t("cooperation.noPairs")}</Empty> : null}
        </section>
      </div>
    </Panel>
  );
}
