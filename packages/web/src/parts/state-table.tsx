import type { Named } from "@kelisim/api";
import type { ReactNode } from "react";

export interface StateTableProps {
  readonly caption: string;
  /** What the rows are of: the head of the first column. */
  readonly rowsOf: string;
  readonly states: readonly Named[];
  /** Of the box that scrolls. */
  readonly className: string | undefined;
  readonly tableClass?: string | undefined;
  /** Rows of the body. */
  readonly children: ReactNode;
}

/** A table with a column for each state. A wide or long one scrolls in its box, which the keyboard reaches. */
export function StateTable({ caption, rowsOf, states, className, tableClass, children }: StateTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach it
    // biome-ignore lint/a11y/useSemanticElements: no set of fields, but what scrolls needs a name
    <div className={className} role="group" tabIndex={0} aria-label={caption}>
      <table className={tableClass}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowsOf}</th>
            {states.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
