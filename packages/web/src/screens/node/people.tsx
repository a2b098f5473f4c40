import type { NodeBody, NodePerson, PersonLink } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import {
  endSessionsOf,
  invite,
  newLink,
  nodeBodiesQuery,
  peopleQuery,
  removePerson,
  saveMemberships,
} from "../../api/node.ts";
import { Action } from "../../parts/action.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { bodyName } from "../../shell/body-name.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { writeDay } from "../../state/format.ts";
import { keyOfBody, type Membership, membershipKey } from "../../state/node/memberships.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";
import { OneTimeLink } from "./one-time-link.tsx";
import { ROLE_WORDS, RolesField } from "./roles-field.tsx";
import { useAct } from "./use-act.ts";
import { usePartyName } from "./use-party-name.ts";

/** Who works here, for which body, with which roles. Names or pseudonyms; an address only where somebody wants e-mail. */
export function People() {
  const { t, locale } = useText();
  const { session } = useDesk();
  const partyName = usePartyName();
  const people = useQuery(peopleQuery);
  const bodies = useQuery(nodeBodiesQuery);
  const act = useAct();
  const [changing, setChanging] = useState<NodePerson>();
  const [link, setLink] = useState<{ readonly invitation: PersonLink; readonly name: string }>();
  const error = people.error ?? bodies.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void Promise.all([people.refetch(), bodies.refetch()])} />;
  if (!people.data || !bodies.data) return <Skeletons rows={4} />;
  const mine = bodies.data.items.filter((body) => body.mine);
  const placeName = (membership: Membership) => {
    const found = bodies.data.items.find((body) => keyOfBody(body) === membershipKey(membership));
    return t("node.people.at", {
      body: found === undefined ? membership.body : bodyName(found, t),
      party: found === undefined ? membership.party : partyName(found),
    });
  };
  const hand = async ({ id, name }: Pick<NodePerson, "id" | "name">) => {
    const invitation = await act.run(() => newLink(id));
    if (invitation !== undefined) setLink({ invitation, name });
  };
  return (
    <div className={styles.columns}>
      <Panel title={t("node.people.title")} bare>
        {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
        <DataTable
          caption={t("node.tableOf", { title: t("node.people.title") })}
          rows={people.data}
          keyOf={({ id }) => id}
          empty={<Empty>{t("node.people.empty")}</Empty>}
          columns={[
            {
              id: "name",
              title: t("node.people.name"),
              by: ({ name }) => name,
              cell: (person) => (
                <>
                  <span className={styles.name}>{person.name}</span>
                  {person.id === session.person.id ? ` (${t("node.people.you")})` : null}
                  {person.email === undefined ? null : <span className={styles.second}>{person.email}</span>}
                  <span className={styles.second}>
                    {t("node.people.since", { date: writeDay(person.since.slice(0, 10), locale) })}
                  </span>
                </>
              ),
            },
            {
              id: "roles",
              title: t("node.people.roles"),
              cell: ({ memberships }) =>
                memberships.length === 0 ? (
                  <span className={styles.gap}>{t("node.people.noBody")}</span>
                ) : (
                  memberships.map((membership) => (
                    <span key={membershipKey(membership)} className={styles.second}>
                      {placeName(membership)}: {membership.roles.map((role) => t(ROLE_WORDS[role])).join(", ")}
                    </span>
                  ))
                ),
            },
            {
              id: "acts",
              title: t("node.acts"),
              cell: (person) => (
                <div className={styles.acts}>
                  <Action look="quiet" onClick={() => setChanging(person)}>
                    {t("node.people.change")}
                  </Action>
                  <Action look="quiet" disabled={act.busy} onClick={() => void hand(person)}>
                    {t("node.people.newLink")}
                  </Action>
                  <Confirm
                    label={t("node.people.endSessions")}
                    question={t("node.people.endSessionsAsk", { name: person.name })}
                    busy={act.busy}
                    onConfirm={() => void act.run(() => endSessionsOf(person.id))}
                  />
                  {person.id === session.person.id ? null : (
                    <Confirm
                      label={t("node.remove")}
                      question={t("node.people.removeAsk", { name: person.name })}
                      busy={act.busy}
                      onConfirm={() => void act.run(() => removePerson(person.id))}
                    />
                  )}
                </div>
              ),
            },
          ]}
        />
      </Panel>
      <div className={styles.stack}>
        {link === undefined ? null : (
          <OneTimeLink invitation={link.invitation} name={link.name} onDone={() => setLink(undefined)} />
        )}
        {changing === undefined ? null : (
          <ChangeRoles key={changing.id} person={changing} bodies={mine} onDone={() => setChanging(undefined)} />
        )}
        <Invite bodies={mine} onInvited={(invitation, name) => setLink({ invitation, name })} />
      </div>
    </div>
  );
}

interface ChangeRolesProps {
  readonly person: NodePerson;
  readonly bodies: readonly NodeBody[];
  readonly onDone: () => void;
}

function ChangeRoles({ person, bodies, onDone }: ChangeRolesProps) {
  const { t } = useText();
  const act = useAct();
  const [value, setValue] = useState<readonly Membership[]>(person.memberships);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await act.run(() => saveMemberships(person.id, value))) !== undefined) onDone();
  };
  return (
    <Panel title={t("node.people.rolesOf", { name: person.name })}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <RolesField bodies={bodies} value={value} onChange={setValue} />
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

interface InviteProps {
  readonly bodies: readonly NodeBody[];
  readonly onInvited: (invitation: PersonLink, name: string) => void;
}

function Invite({ bodies, onInvited }: InviteProps) {
  const { t } = useText();
  const act = useAct();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [value, setValue] = useState<readonly Membership[]>([]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await act.run(() =>
      invite({ name: name.trim(), ...(email === "" ? {} : { email }), memberships: value }),
    );
    if (made === undefined) return;
    onInvited(made, name.trim());
    setName("");
    setEmail("");
    setValue([]);
  };
  return (
    <Panel title={t("node.people.invite")}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <label>
          {t("node.people.name")}
          <input
            aria-describedby="person-name-hint"
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p id="person-name-hint" className={styles.hint}>
          {t("node.people.nameHint")}
        </p>
        <label>
          {t("node.people.email")}
          <input type="email" maxLength={200} value={email} onChange={(event) => setEmail(event.target.value)} />
        </label>
        <RolesField bodies={bodies} value={value} onChange={setValue} />
        {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
        <p>
          <Action look="main" type="submit" disabled={act.busy || value.length === 0}>
            {t("node.people.makeLink")}
          </Action>
        </p>
      </form>
    </Panel>
  );
}
