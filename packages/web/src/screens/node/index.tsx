import type { NodeHead } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { nodeHeadQuery } from "../../api/node.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { type NodeTab, readTab, tabsFor } from "../../state/node/tabs.ts";
import { CARRIED } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "../agreement/tabs.module.css";
import { Audit } from "./audit.tsx";
import { Bodies } from "./bodies.tsx";
import { Erasure } from "./erasure.tsx";
import { Exchange } from "./exchange.tsx";
import { Mine } from "./mine.tsx";
import { People } from "./people.tsx";
import { Settings } from "./settings.tsx";
import { State } from "./state.tsx";

const WORDS: Readonly<Record<NodeTab, MessageId>> = {
  mine: "node.tab.mine",
  bodies: "node.tab.bodies",
  people: "node.tab.people",
  audit: "node.tab.audit",
  settings: "node.tab.settings",
  erasure: "node.tab.erasure",
  exchange: "node.tab.exchange",
  state: "node.tab.state",
};

const PARTS: Readonly<Record<NodeTab, (props: { readonly head: NodeHead }) => React.ReactNode>> = {
  mine: Mine,
  bodies: Bodies,
  people: People,
  audit: Audit,
  settings: Settings,
  erasure: Erasure,
  exchange: Exchange,
  state: State,
};

/** People, bodies and the node itself. */
export function Screen() {
  const head = useAnswer(nodeHeadQuery);
  if (head.data) return <NodePage head={head.data} />;
  if (head.error) return <ErrorPanel error={head.error} onRetry={() => void head.refetch()} />;
  return <Skeletons rows={8} />;
}

function NodePage({ head }: { readonly head: NodeHead }) {
  const { t } = useText();
  const address = useAddress();
  const tabs = tabsFor(head);
  const tab = readTab(address.tab, tabs);
  const Part = PARTS[tab];
  // Filters of one part mean nothing in another.
  const kept = Object.fromEntries(CARRIED.map((name) => [name, address[name]]));
  return (
    <>
      <PageHead
        title={t("node.title")}
        answer={
          <>
            <Sentence
              id={head.reach === "loopback" ? "node.answerHere" : "node.answerHosted"}
              values={{ name: head.name, address: head.address }}
            />{" "}
            {head.bodies > 1
              ? t("node.answerShared", { bodies: head.bodies, parties: head.parties })
              : t("node.answerAlone")}
          </>
        }
      />
      {tabs.length > 1 ? (
        <nav className={styles.tabs} aria-label={t("node.parts")}>
          {tabs.map((each) => (
            <Link
              key={each}
              to="."
              search={{ ...kept, tab: each } as never}
              aria-current={each === tab ? "page" : undefined}
              resetScroll={false}
            >
              {t(WORDS[each])}
            </Link>
          ))}
        </nav>
      ) : null}
      <Part head={head} />
    </>
  );
}
