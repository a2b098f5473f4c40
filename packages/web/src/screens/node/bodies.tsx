import type { NodeBody, NodeHead } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addBody, nodeBodiesQuery, removeBody, renameBody } from "../../api/node.ts";
import { Action } from "../../parts/action.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { bodyName } from "../../shell/body-name.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { bodyIdOf } from "../../state/node/body-id.ts";
import { keyOfBody } from "../../state/node/memberships.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";
import { useAct } from "./use-act.ts";
import { usePartyName } from "./use-party-name.ts";

/** Agencies of parties that work on this node. */
export function Bodies({ head }: { readonly head: NodeHead }) {
  const { t } = useText();
  const { session } = useDesk();
  const partyName = usePartyName();
  const bodies = useQuery(nodeBodiesQuery);
  const [changing, setChanging] = useState<NodeBody>();
  const act = useAct();
  const regionName = (id: string) => session.regions.find((region) => region.id === id)?.name ?? id;
  if (bodies.error) return <ErrorPanel error={bodies.error} onRetry={() => void bodies.refetch()} />;
  if (!bodies.data) return <Skeletons rows={4} />;
  return (
    <div className={styles.columns}>
      <Panel title={t("node.bodies.title")} bare>
        {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
        <DataTable
          caption={t("node.tableOf", { title: t("node.bodies.title") })}
          rows={bodies.data.items}
          keyOf={keyOfBody}
          empty={<Empty>{t("node.bodies.empty")}</Empty>}
          columns={[
            {
              id: "name",
              title: t("node.bodies.name"),
              by: (body) => bodyName(body, t),
              cell: (body) => (
                <>
                  <span className={styles.name}>{bodyName(body, t)}</span>
                  <span className={styles.second}>
                    {body.kind} · <span className={styles.id}>{`${body.party}/${body.id}`}</span>
                  </span>
                </>
              ),
            },
            {
              id: "party",
              title: t("node.party"),
              by: partyName,
              cell: partyName,
            },
            {
              id: "region",
              title: t("node.region"),
              by: ({ region }) => regionName(region),
              cell: ({ region }) => regionName(region),
            },
            {
              id: "members",
              title: t("node.bodies.members"),
              by: ({ members }) => members,
              cell: ({ members }) => members,
              number: true,
            },
            {
              id: "acts",
              title: t("node.acts"),
              cell: (body) =>
                body.mine ? (
                  <div className={styles.acts}>
                    <Action look="quiet" onClick={() => setChanging(body)}>
                      {t("node.rename")}
                    </Action>
                    <Confirm
                      label={t("node.remove")}
                      question={t("node.bodies.removeAsk", { name: bodyName(body, t) })}
                      busy={act.busy}
                      onConfirm={() => void act.run(() => removeBody(body))}
                    />
                  </div>
                ) : (
                  <span className={styles.gap}>{t("node.notYours")}</span>
                ),
            },
          ]}
        />
      </Panel>
      <div className={styles.stack}>
        {changing === undefined ? null : (
          <Rename key={keyOfBody(changing)} body={changing} onDone={() => setChanging(undefined)} />
        )}
        <AddBody head={head} />
      </div>
    </div>
  );
}

function Rename({ body, onDone }: { readonly body: NodeBody; readonly onDone: () => void }) {
  const { t } = useText();
  const act = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const done = await act.run(() => renameBody(body, String(form.get("name")), String(form.get("kind"))));
    if (done !== undefined) onDone();
  };
  return (
    <Panel title={t("node.bodies.rename", { name: `${body.party}/${body.id}` })}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <label>
          {t("node.bodies.name")}
          <input name="name" required maxLength={120} defaultValue={body.name} />
        </label>
        <label>
          {t("node.bodies.kind")}
          <input name="kind" required maxLength={60} defaultValue={body.kind} list="node-body-kinds" />
        </label>
        {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
        <div className={styles.row}>
          <Action look="main" type="submit" disabled={act.busy}>
            {t("node.save")}
          </Action>
          <Action onClick={onDone}>{t("node.leave")}</Action>
        </div>
      </form>
    </Panel>
  );
}

function AddBody({ head }: { readonly head: NodeHead }) {
  const { t } = useText();
  const desk = useDesk();
  const act = useAct();
  const mine = head.administers;
  const regions = desk.session.regions.filter(({ id }) => mine.node || mine.places.some(({ region }) => region === id));
  const [regionId, setRegion] = useState(
    regions.some(({ id }) => id === desk.region.id) ? desk.region.id : regions[0]?.id,
  );
  const [name, setName] = useState("");
  const [id, setId] = useState<string>();
  const region = regions.find((each) => each.id === regionId);
  if (region === undefined) return null;
  const parties = region.parties.filter(
    (party) => mine.node || mine.places.some((place) => place.region === region.id && place.party === party.id),
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const done = await act.run(() =>
      addBody({
        region: region.id,
        party: String(form.get("party")),
        id: id ?? bodyIdOf(name),
        name,
        kind: String(form.get("kind")),
      }),
    );
    if (done === undefined) return;
    setName("");
    setId(undefined);
  };
  return (
    <Panel title={t("node.bodies.add")}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {regions.length > 1 ? (
          <label>
            {t("node.region")}
            <select value={region.id} onChange={(event) => setRegion(event.target.value)}>
              {regions.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          {t("node.party")}
          <select name="party" defaultValue={parties.find((party) => party.id === desk.party)?.id}>
            {parties.map((party) => (
              <option key={party.id} value={party.id}>
                {party.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("node.bodies.name")}
          <input required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          {t("node.bodies.kind")}
          <input name="kind" required maxLength={60} list="node-body-kinds" />
        </label>
        <datalist id="node-body-kinds">
          {t("node.bodies.kinds")
            .split(", ")
            .map((kind) => (
              <option key={kind} value={kind} />
            ))}
        </datalist>
        <label>
          {t("node.bodies.id")}
          <input
            aria-describedby="body-id-hint"
            required
            maxLength={60}
            pattern="[a-z0-9][a-z0-9\-]*"
            value={id ?? bodyIdOf(name)}
            onChange={(event) => setId(event.target.value)}
          />
        </label>
        <p id="body-id-hint" className={styles.hint}>
          {t("node.bodies.idHint")}
        </p>
        {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
        <p>
          <Action look="main" type="submit" disabled={act.busy}>
            {t("node.bodies.addIt")}
          </Action>
        </p>
      </form>
    </Panel>
  );
}
