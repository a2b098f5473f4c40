import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple, Modal, Popover } from "@mantine/core";
import { DARK, LIGHT, type Tokens } from "./tokens.ts";

const SANS = "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif";
const MONO = "'Noto Sans Mono Variable', 'Noto Sans Mono', ui-monospace, Menlo, Consolas, monospace";

/** Mantine wants ten shades; ours are two, one a scheme, so the tuple only carries them. */
const accent: MantineColorsTuple = [
  LIGHT["accent-soft"],
  LIGHT["accent-soft"],
  DARK.accent,
  DARK.accent,
  DARK.accent,
  LIGHT.accent,
  LIGHT.accent,
  LIGHT.accent,
  LIGHT.accent,
  LIGHT.accent,
];

export const theme = createTheme({
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: { fontFamily: SANS, fontWeight: "650" },
  colors: { accent },
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 6,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  lineHeights: { xs: "16px", sm: "18px", md: "20px", lg: "24px", xl: "26px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "24px" },
  breakpoints: { xs: "36em", sm: "45.0625em", md: "68.8125em", lg: "73.75em", xl: "90em" },
  // No shadows: a one-pixel line says where a sheet ends.
  shadows: { xs: "none", sm: "none", md: "none", lg: "none", xl: "none" },
  components: {
    Button: Button.extend({
      defaultProps: { size: "sm", radius: 6 },
      // The contrast of text on the accent is chosen with the token, not computed.
      vars: (_, { variant = "filled" }) => ({ root: variant === "filled" ? { "--button-color": "var(--on)" } : {} }),
    }),
    Modal: Modal.extend({ defaultProps: { radius: 10, centered: true } }),
    Popover: Popover.extend({ defaultProps: { radius: 10, shadow: undefined } }),
  },
});

/** Our tokens as variables (`--ink`), and Mantine's own variables told to follow them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--sans": SANS, "--mono": MONO },
  light: variablesOf(LIGHT),
  dark: variablesOf(DARK),
});

function variablesOf(tokens: Tokens): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value])),
    "--mantine-color-body": tokens.surface,
    "--mantine-color-text": tokens.ink,
    "--mantine-color-bright": tokens.ink,
    "--mantine-color-dimmed": tokens.ink2,
    "--mantine-color-placeholder": tokens.ink3,
    "--mantine-color-anchor": tokens.accent,
    "--mantine-color-default": tokens.surface,
    "--mantine-color-default-hover": tokens.sunken,
    "--mantine-color-default-color": tokens.ink,
    "--mantine-color-default-border": tokens.ctl,
    // Borders of controls, three to one and more against every ground (WCAG 2.2, 1.4.11).
    "--mantine-color-gray-4": tokens.ctl,
    "--mantine-color-dark-4": tokens.ctl,
    "--mantine-color-dark-6": tokens.surface,
    "--mantine-color-dark-7": tokens.surface,
    "--mantine-color-error": tokens.due,
    "--mantine-primary-color-filled": tokens.accent,
    "--mantine-primary-color-filled-hover": tokens.accent,
    "--mantine-primary-color-light": tokens["accent-soft"],
    "--mantine-primary-color-light-color": tokens.accent,
    "--mantine-primary-color-contrast": tokens.on,
    "--mantine-color-accent-filled": tokens.accent,
    "--mantine-color-accent-light": tokens["accent-soft"],
    "--mantine-color-accent-light-color": tokens.accent,
    "--mantine-color-accent-outline": tokens.accent,
    "--mantine-color-accent-text": tokens.accent,
  };
}
