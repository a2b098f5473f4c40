import type { Prose as ProseBlock } from "@kelisim/api";
import { keyed } from "../state/keyed.ts";
import styles from "./prose.module.css";
import { Runs } from "./runs.tsx";

/** Prose of a summary, block by block. */
export function Prose({ blocks }: { readonly blocks: readonly ProseBlock[] }) {
  return (
    <div className={styles.prose}>
      {keyed(blocks).map(({ key, item }) => (
        <Block key={key} block={item} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: ProseBlock }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "heading":
      return (
        <h4>
          <Runs runs={block.runs} />
        </h4>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {keyed(block.items).map(({ key, item }) => (
            <li key={key}>
              <Runs runs={item} />
            </li>
          ))}
        </List>
      );
    }
    case "code":
      return <pre>{block.text}</pre>;
    case "table":
      return <Table head={block.head} rows={block.rows} />;
  }
}

function Table({ head, rows }: Omit<Extract<ProseBlock, { kind: "table" }>, "kind">) {
  return (
    <table>
      <thead>
        <tr>
          {keyed(head).map(({ key, item }) => (
            <th key={key} scope="col">
              <Runs runs={item} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(rows).map(({ key, item }) => (
          <tr key={key}>
            {keyed(item).map((cell) => (
              <td key={cell.key}>
                <Runs runs={cell.item} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
