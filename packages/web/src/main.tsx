import "./theme/layers.css";
import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/global.layer.css";
import "./theme/mantine.css";
import "./theme/fonts.css";
import "./theme/base.css";
import "./theme/print.css";
import { I18nProvider } from "@lingui/react";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/queries.ts";
import { router } from "./router.tsx";
import { i18n, showLanguage, startLanguage } from "./texts/catalogue.ts";
import { nonce } from "./theme/nonce.ts";
import { cssVariables, theme } from "./theme/theme.ts";

const schemes = localStorageColorSchemeManager({ key: "kelisim.scheme" });

// The library that keeps the page behind a dialog from scrolling writes a style of its own and looks for the nonce here.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce();

await showLanguage(startLanguage());

createRoot(document.getElementById("root")!).render(
  <I18nProvider i18n={i18n}>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </I18nProvider>,
);
