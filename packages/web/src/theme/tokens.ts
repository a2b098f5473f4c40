/**
 * Colours of the screens, each with the contrast it was chosen for. Nothing else in the package names a colour.
 * The `soft` ones are grounds under text of the same token; `on` is text on the accent.
 */
export interface Tokens {
  readonly bg: string;
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly line2: string;
  readonly ctl: string;
  readonly accent: string;
  readonly "accent-soft": string;
  readonly met: string;
  readonly "met-soft": string;
  readonly due: string;
  readonly "due-soft": string;
  readonly unv: string;
  readonly "unv-soft": string;
  readonly lead: string;
  readonly "lead-soft": string;
  readonly none: string;
  readonly "none-soft": string;
  readonly on: string;
  /** Weekends in a calendar. */
  readonly wk: string;
  readonly water: string;
  readonly land: string;
  readonly land2: string;
}

export const LIGHT: Tokens = {
  bg: "#F5F6F7",
  surface: "#FFFFFF",
  sunken: "#ECEFF1",
  ink: "#131E28",
  ink2: "#475460",
  ink3: "#5F6C78",
  line: "#DEE3E7",
  line2: "#B8C1C9",
  ctl: "#7A8791",
  accent: "#1B4F8F",
  "accent-soft": "#E6EEF7",
  met: "#0A6570",
  "met-soft": "#E0F1F2",
  due: "#A63009",
  "due-soft": "#FBE9E2",
  unv: "#785200",
  "unv-soft": "#FBF2DA",
  lead: "#7A2C6C",
  "lead-soft": "#F7E9F4",
  none: "#55616C",
  "none-soft": "#ECEFF1",
  on: "#FFFFFF",
  wk: "#F0F2F4",
  water: "#DCE7EE",
  land: "#F3F1EA",
  land2: "#E9E6DC",
};

export const DARK: Tokens = {
  bg: "#0E141A",
  surface: "#151D25",
  sunken: "#0A0F14",
  ink: "#E7ECF1",
  ink2: "#B0BBC6",
  ink3: "#93A0AC",
  line: "#27323C",
  line2: "#3E4B57",
  ctl: "#71808D",
  accent: "#8CBAF4",
  "accent-soft": "#18283B",
  met: "#5FC6C4",
  "met-soft": "#12302F",
  due: "#FF9F80",
  "due-soft": "#3A1B10",
  unv: "#E3B950",
  "unv-soft": "#30260D",
  lead: "#E3A3D8",
  "lead-soft": "#331A30",
  none: "#A6B1BB",
  "none-soft": "#1E2832",
  on: "#0E141A",
  wk: "#1C262F",
  water: "#13202B",
  land: "#1B242C",
  land2: "#212C35",
};
