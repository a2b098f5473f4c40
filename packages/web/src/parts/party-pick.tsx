import styles from "./party-pick.module.css";

export interface PartyPickProps {
  readonly label: string;
  readonly value: string;
  readonly parties: readonly { readonly id: string; readonly name: string; readonly focus: boolean }[];
  /** A party that stands elsewhere in the same sentence and cannot be chosen twice. */
  readonly without?: string;
  readonly onPick: (id: string) => void;
}

/** A party inside a sentence: its name, underlined, is the choice. On paper it is only the name. */
export function PartyPick({ label, value, parties, without, onPick }: PartyPickProps) {
  const name = parties.find(({ id }) => id === value)?.name ?? value;
  return (
    <>
      <select
        className={`${styles.pick} screen-only`}
        aria-label={label}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {parties.map((party) => (
          <option key={party.id} value={party.id} disabled={party.id === without}>
            {party.name}
          </option>
        ))}
      </select>
      <span className="paper-only">{name}</span>
    </>
  );
}
