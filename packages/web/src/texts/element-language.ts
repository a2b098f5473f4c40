import { type Said, saidOf } from "./said.ts";

/** What an element is made by: the functions of react/jsx-runtime. */
export type MakeElement = (type: unknown, props: Props, ...more: unknown[]) => unknown;
type Props = Readonly<Record<string, unknown>>;

/** Elements that hold nothing but text: they carry the language themselves. */
const TEXT_ONLY: ReadonlySet<unknown> = new Set(["option", "optgroup", "title", "textarea", "desc"]);
/** Elements read aloud by their label and not by what is in them. */
const LABELLED: ReadonlySet<unknown> = new Set([
  "a",
  "button",
  "img",
  "input",
  "optgroup",
  "select",
  "summary",
  "svg",
  "textarea",
]);
const LABELS = ["aria-label", "placeholder", "alt", "title", "label"] as const;

/**
 * The properties of an element, with the language of the texts in it (WCAG 2.2, 3.1.2). In a draft the page has two languages: what
 * the catalogue translated, and what the node answered or the catalogue lacks. A text that stands alone gives its
 * element the language; one beside others, or handed to a component, is set in `<bdi>`, as is one that is doubtful or lacking, so
 * that it can bear its mark. A text that no catalogue gave is left alone: it has the language of the body, which is that of the
 * node's answers.
 */
export function withLanguage(type: unknown, props: Props, make: MakeElement): Props {
  const { children } = props;
  const isElement = typeof type === "string";
  const label = LABELLED.has(type) ? labelOf(props) : undefined;
  const named = label === undefined || props.lang !== undefined ? props : { ...props, lang: label.tag };
  if (Array.isArray(children)) {
    if (!children.some((child) => saidOf(child))) return named;
    return { ...named, children: children.map((child) => setApart(child, type, make)) };
  }
  const said = saidOf(children);
  if (said === undefined) return named;
  if (TEXT_ONLY.has(type) || (isElement && said.standing === "translated")) return { lang: said.tag, ...named };
  return { ...named, children: setApart(children, type, make) };
}

function labelOf(props: Props): Said | undefined {
  for (const name of LABELS) {
    const said = saidOf(props[name]);
    if (said) return said;
  }
  return undefined;
}

function setApart(child: unknown, parent: unknown, make: MakeElement): unknown {
  const said = saidOf(child);
  if (said === undefined) return child;
  // Inside a drawing there is no HTML.
  const type = parent === "text" || parent === "tspan" ? "tspan" : "bdi";
  return make(type, { ...markOf(said), children: child });
}

/** Attributes of a text's own element; the theme shows the marks of what is doubtful or lacking. */
export const markOf = ({ tag, standing }: Said) => ({
  lang: tag,
  ...(standing === "translated" ? {} : { "data-standing": standing }),
});
