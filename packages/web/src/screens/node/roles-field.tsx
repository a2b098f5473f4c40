import type { NodeBody, Role } from "@kelisim/api";
import { bodyName } from "../../shell/body-name.ts";
import { keyOfBody, type Membership, ROLES, rolesAt, withRole } from "../../state/node/memberships.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";
import { usePartyName } from "./use-party-name.ts";

export const ROLE_WORDS: Readonly<Record<Role, MessageId>> = {
  reader: "node.role.reader",
  drafter: "node.role.drafter",
  releaser: "node.role.releaser",
  administrator: "node.role.administrator",
};

export interface RolesFieldProps {
  readonly bodies: readonly NodeBody[];
  readonly value: readonly Membership[];
  readonly onChange: (value: readonly Membership[]) => void;
}

/** What a person may do, a group of boxes a body. */
export function RolesField({ bodies, value, onChange }: RolesFieldProps) {
  const { t } = useText();
  const partyName = usePartyName();
  return (
    <>
      {bodies.map((body) => (
        <fieldset key={keyOfBody(body)} className={styles.roles}>
          <legend>{t("node.people.at", { body: bodyName(body, t), party: partyName(body) })}</legend>
          <div>
            {ROLES.map((role) => (
              <label key={role} className={styles.check}>
                <input
                  type="checkbox"
                  checked={rolesAt(value, body).includes(role)}
                  onChange={(event) => onChange(withRole(value, body, role, event.target.checked))}
                />
                {t(ROLE_WORDS[role])}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className={styles.hint}>{t("node.people.rolesHint")}</p>
    </>
  );
}
