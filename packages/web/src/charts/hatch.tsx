/** Strokes for what is not known. `id` is named by `url(#id)`. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.6" height="7" fill="var(--line2)" />
      </pattern>
    </defs>
  );
}
