import type { Session } from "@kelisim/api";
import { Drawer } from "@mantine/core";
import { useText } from "../texts/use-text.ts";
import { PlaceLinks } from "./place-links.tsx";
import { RailFoot } from "./rail.tsx";

/** The rail as a drawer, where there is no room for it beside the page. */
export default function RailDrawer({ session, onClose }: { readonly session?: Session; readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t("shell.screens")}
      size={280}
      closeButtonProps={{ "aria-label": t("shell.close") }}
    >
      <nav aria-label={t("shell.screens")}>
        <PlaceLinks onGo={onClose} />
      </nav>
      <RailFoot session={session} />
    </Drawer>
  );
}
