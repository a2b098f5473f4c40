import { Modal, Switch } from "@mantine/core";
import { useState } from "react";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./help.module.css";
import { singleKeys } from "./keys.ts";
import { PLACES } from "./places.ts";

const KEYS: readonly (readonly [readonly string[], MessageId])[] = [
  [["/"], "shell.keyFind"],
  [["j", "k"], "shell.keyMove"],
  [["Enter"], "shell.keyOpen"],
  [["e"], "shell.keyExplain"],
  [["d"], "shell.keyDraft"],
  [["f"], "shell.keyFile"],
  [["["], "shell.keyDayBack"],
  [["]"], "shell.keyDayOn"],
  [["?"], "shell.keyHelp"],
];

/** All keys, and the switch that turns single keys off (WCAG 2.2, 2.1.4). */
export default function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const [on, setOn] = useState(singleKeys.on());
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("shell.allKeysTitle")}
      closeButtonProps={{ "aria-label": t("shell.close") }}
    >
      <dl className={styles.keys}>
        {PLACES.map((place) => (
          <div key={place.to}>
            <dt>
              <kbd>g</kbd> <kbd>{place.letter}</kbd>
            </dt>
            <dd>{t(place.text)}</dd>
          </div>
        ))}
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        checked={on}
        label={t("shell.singleKeys")}
        description={t("shell.singleKeysWhy")}
        onChange={(event) => {
          singleKeys.set(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
