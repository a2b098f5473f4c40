/** Two posts and what runs between them both ways. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 22 22" width={size} height={size} aria-hidden="true">
      <path d="M3 4v14M19 4v14" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <path
        d="M3 11c4 0 4-5 8-5s4 5 8 5M3 11c4 0 4 5 8 5s4-5 8-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
      />
    </svg>
  );
}
