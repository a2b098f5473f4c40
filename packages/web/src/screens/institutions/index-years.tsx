import type { IndexView, Indices } from "@kelisim/api";
import { chartFiles } from "../../api/table-files.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { dayOfYear } from "../../state/days.ts";
import { writeNumber } from "../../state/format.ts";
import { markedYear, yearMark } from "../../state/institutions/counted.ts";
import type { LinePanel, YearValue } from "../../state/institutions/lines.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { IndexRows } from "./index-rows.tsx";
import { LineGrid } from "./line-grid.tsx";
import { OpenFigure } from "./open-figure.tsx";
import { useInstitutionFiles } from "./use-files.ts";
import { useOpenCell } from "./use-open-cell.ts";
import { regionName } from "./words.ts";

type Year = IndexView["series"][number];

/** An index and its components through the years; another region's dashed beside it. */
export function IndexYears({ data, index }: { readonly data: Indices; readonly index: IndexView }) {
  const { t, locale } = useText();
  const files = useInstitutionFiles("index-components");
  const name = t(`institutions.index.${index.id}` as MessageId);
  const { other } = data;
  const { chosen, choose } = useOpenCell();
  const write = (value: number) => writeNumber(value, locale, { maximumFractionDigits: 2 });
  const part = (year: Year, component: string) => year.components.find((each) => each.component === component);
  const panel = (
    key: string,
    title: string,
    own: (year: Year) => number | undefined,
    beside: typeof own,
  ): LinePanel => ({
    key,
    name: title,
    lines: [
      { key: "own", dashed: false, values: index.series.map((year) => valueIn(year.year, own(year))) },
      ...(other === undefined
        ? []
        : [{ key: "other", dashed: true, values: index.series.map((year) => valueIn(year.year, beside(year))) }]),
    ],
  });
  const panels = [
    panel(
      index.id,
      name,
      ({ own }) => own,
      ({ other: beside }) => beside,
    ),
    ...index.components.map(({ id }) =>
      panel(
        id,
        t(`institutions.component.${id}` as MessageId),
        (year) => part(year, id)?.own,
        (year) => part(year, id)?.other,
      ),
    ),
  ];
  const columns: readonly Column<Year>[] = [
    { id: "year", title: t("institutions.year"), cell: ({ year }) => `${year}`, by: ({ year }) => year },
    ...panels.flatMap(({ key, name: title, lines }) =>
      lines.map(({ key: whose, values }): Column<Year> => {
        const of = ({ year }: Year) => values.find((each) => each.year === year)?.value;
        return {
          id: `${key}-${whose}`,
          title: whose === "own" || other === undefined ? title : `${title}, ${regionName(other, t)}`,
          number: true,
          cell: (row) => {
            const value = of(row);
            return (
              <OpenFigure
                of={`${title}, ${row.year}`}
                figure={value === undefined ? undefined : writeNumber(value, locale, { maximumFractionDigits: 3 })}
                isOpen={chosen === yearMark(key, row.year)}
                onOpen={() => choose(yearMark(key, row.year))}
              />
            );
          },
          by: of,
        };
      }),
    ),
  ];
  const title = t("institutions.indexYears", { index: name });
  const [component, year] = markedYear(chosen) ?? [];
  const opened = panels.find(({ key }) => key === component);
  return (
    <>
      <ChartFigure
        title={title}
        unit={t("institutions.indexYearsUnit")}
        lines={sourceLines(data.proof, t)}
        name={`index-${index.id}`}
        files={chartFiles(files)}
        note={[
          t("institutions.yearGap"),
          ...(other === undefined ? [] : [t("institutions.otherLine", { name: regionName(other, t) })]),
        ].join(" ")}
        table={<DataTable caption={title} columns={columns} rows={index.series} keyOf={({ year }) => `${year}`} />}
        proof={<Proof proof={data.proof} />}
        onMark={choose}
      >
        {(width) => (
          <LineGrid
            width={width}
            panels={panels}
            most={1}
            write={write}
            year={Number(data.standpoint.today.slice(0, 4))}
            label={t("institutions.indexYearsLabel", { index: name })}
          />
        )}
      </ChartFigure>
      {opened === undefined || year === undefined ? null : (
        <IndexRows
          key={chosen}
          title={t("money.rowsOf", { what: `${opened.name}, ${year}` })}
          index={index.id}
          {...(opened.key === index.id ? {} : { component: opened.key })}
          day={dayOfYear(data.standpoint, year)}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}

const valueIn = (year: number, value: number | undefined): YearValue =>
  value === undefined ? { year } : { year, value };
