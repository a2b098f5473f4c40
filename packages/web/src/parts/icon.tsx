import type { ReactNode } from "react";

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const DRAWINGS = {
  find: (
    <>
      <circle cx="7" cy="7" r="4.4" {...line} />
      <path d="m10.4 10.4 3.4 3.4" {...line} />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 7.4v3.6" {...line} />
      <circle cx="8" cy="4.9" r=".95" fill="currentColor" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2 14.6 13.6H1.4z" {...line} />
      <path d="M8 6.4v3.2" {...line} />
      <circle cx="8" cy="11.6" r=".85" fill="currentColor" />
    </>
  ),
  link: (
    <path
      d="M6.8 9.2 9.2 6.8M5.4 7.4 3.6 9.2a2.4 2.4 0 0 0 3.3 3.3l1.8-1.8M10.6 8.6l1.8-1.8a2.4 2.4 0 0 0-3.3-3.3L7.3 5.3"
      {...line}
    />
  ),
  together: <path d="M2 3.4h5.2L9 8l-1.8 4.6H2M9 8h5" {...line} />,
  meeting: (
    <>
      <rect x="2.2" y="3.4" width="11.6" height="10.4" rx="1.6" {...line} />
      <path d="M2.4 6.6h11.2M5.4 1.8v3M10.6 1.8v3" {...line} />
    </>
  ),
  received: <path d="M8 1.8v6.6M5.3 6 8 8.7 10.7 6M2 9.6v4h12v-4" {...line} />,
  sent: <path d="M8 9V2M5.3 4.6 8 1.9l2.7 2.7M2 9.6v4h12v-4" {...line} />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" {...line} />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" {...line} />,
  down: <path d="m4 6 4 4 4-4" {...line} />,
  right: <path d="m6 4 4 4-4 4" {...line} />,
  left: <path d="m10 4-4 4 4 4" {...line} />,
  up: <path d="m4 10 4-4 4 4" {...line} />,
  plus: <path d="M8 3v10M3 8h10" {...line} />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" {...line} />
      <path
        d="M8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M12.7 3.3l-1 1M4.3 11.7l-1 1"
        {...line}
      />
    </>
  ),
  moon: <path d="M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z" {...line} />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.8" {...line} />
      <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor" />
    </>
  ),
} satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof DRAWINGS;

/** A small drawing beside words; it never stands for them. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" style={{ flex: "none", display: "block" }}>
      {DRAWINGS[name]}
    </svg>
  );
}
