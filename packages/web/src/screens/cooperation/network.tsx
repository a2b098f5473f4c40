import type { Cooperation, NetworkEdge } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { chartFiles, type TableFiles } from "../../api/table-files.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { OpenedRows } from "../../parts/opened-rows.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { bodyLines, pairMark, relationsOfPair } from "../../state/cooperation/network-lines.ts";
import { networkHeight } from "../../state/cooperation/network-places.ts";
import { writeDay } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { SpellTable } from "./rows.tsx";

const NetworkDrawing = lazy(() => import("../../parts/network-drawing.tsx"));
const CHOICES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15];

export interface NetworkProps {
  readonly data: Cooperation;
  readonly files: TableFiles;
}

/** Who has how many bodies in common with whom: a drawing whose lines open their rows, and the table that says the same. */
export function Network({ data, files }: NetworkProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const { network, standpoint } = data;
  const parties = new Map(network.parties.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => parties.get(id) ?? id;
  const edges = network.edges.toSorted((x, y) => y.organisations.length - x.organisations.length);
  const choices = CHOICES.includes(network.least) ? CHOICES : [...CHOICES, network.least].sort((a, b) => a - b);
  const opened = edges.find((edge) => pairMark(edge) === address.pair);
  const open = (pair: string | undefined) => change({ pair }, true);
  const title = t("cooperation.network");
  const pairOf = ({ a, b }: NetworkEdge) => `${nameOf(a)}, ${nameOf(b)}`;
  const bodies = new Map(data.organisations.map(({ id, shortName }) => [id, shortName]));
  const columns: readonly Column<NetworkEdge>[] = [
    {
      id: "pair",
      title: t("cooperation.pair"),
      by: pairOf,
      cell: (edge) => (
        <>
          <LinkButton isOpen={edge === opened} onClick={() => open(edge === opened ? undefined : pairMark(edge))}>
            {pairOf(edge)}
          </LinkButton>
          <small>{edge.organisations.map((id) => bodies.get(id) ?? id).join(", ")}</small>
        </>
      ),
    },
    {
      id: "common",
      title: t("cooperation.common"),
      number: true,
      by: ({ organisations }) => organisations.length,
      cell: ({ organisations, unverified }) => (
        <>
          {organisations.length}
          {unverified > 0 ? <small>{t("cooperation.ofThemUnverified", { count: unverified })}</small> : null}
        </>
      ),
    },
    {
      id: "between",
      title: t("cooperation.between"),
      cell: ({ a, b }) => (
        <Link to="/between" search={{ a, b } as never}>
          {t("cooperation.showPair", { a: nameOf(a), b: nameOf(b) })}
        </Link>
      ),
    },
  ];
  return (
    <>
      <ChartFigure
        title={title}
        lines={[
          t("cooperation.pictureSource", { region: region.name, date: writeDay(standpoint.today, locale) }),
          t("cooperation.networkNote"),
        ]}
        name={`bodies-in-common-${standpoint.today}`}
        files={chartFiles(files)}
        aside={
          <label className="meta">
            {t("cooperation.least")}{" "}
            <select value={network.least} onChange={({ target }) => change({ least: target.value }, true)}>
              {choices.map((count) => (
                <option key={count} value={count}>
                  {t("cooperation.leastCount", { count })}
                </option>
              ))}
            </select>
          </label>
        }
        note={`${t("cooperation.networkNote")} ${t("cooperation.leftOut", { count: network.leftOut, least: network.least })}`}
        table={
          edges.length === 0 ? (
            <Empty>{t("cooperation.noPairs")}</Empty>
          ) : (
            <DataTable caption={title} columns={columns} rows={edges} keyOf={pairMark} />
          )
        }
        onMark={open}
      >
        {(width) => (
          <Suspense fallback={<Skeletons rows={6} />}>
            <NetworkDrawing
              parties={network.parties}
              ever={network.ever}
              lines={bodyLines(network)}
              width={width}
              height={networkHeight(width)}
              {...(opened === undefined ? {} : { pair: [opened.a, opened.b] as const })}
              label={t("cooperation.describeNetwork", {
                parties: network.parties.length,
                edges: network.edges.length,
              })}
            />
          </Suspense>
        )}
      </ChartFigure>
      {opened === undefined ? null : (
        <OpenedRows
          key={address.pair}
          title={t("cooperation.rowsOfPair", { a: nameOf(opened.a), b: nameOf(opened.b) })}
          onClose={() => open(undefined)}
        >
          <SpellTable data={data} relations={relationsOfPair(data, opened)} />
        </OpenedRows>
      )}
    </>
  );
}
