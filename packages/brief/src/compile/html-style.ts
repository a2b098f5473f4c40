/** The look of a brief: one column that reads on a phone and prints on A4. Fonts are the reader's own. */
export const BRIEF_STYLE = `
:root { --ink: #1c2024; --soft: #57606a; --line: #c8ced5; --link: #0b5cad; --mark: #8a2c00; --bar: #3b6ea5; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 3rem; color: var(--ink); background: #fff; font: 1.05rem/1.55 "Noto Serif", Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
p, ul, ol, blockquote, pre, table { margin: 0 0 .9rem; }
a { color: var(--link); }
a.citation { color: inherit; text-decoration-color: var(--line); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.soft { color: var(--soft); }
.notice { border-left: 4px solid var(--mark); padding: .4rem .7rem; background: #f7f4f1; }
.flag { color: var(--mark); }
sup { line-height: 0; }
sup a { text-decoration: none; padding: 0 .1em; }
blockquote { border-left: 3px solid var(--line); padding-left: .9rem; }
pre, code { font-family: ui-monospace, monospace; font-size: .88em; }
pre { white-space: pre-wrap; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95em; overflow-wrap: break-word; }
caption { text-align: left; font-weight: 700; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
.chart th { font-weight: 400; white-space: nowrap; }
.chart .bars { width: 60%; vertical-align: middle; }
.value { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
td.value, th.value { padding-left: .6rem; white-space: nowrap; }
.value + td, .value + th { padding-left: 1rem; }
th.value { white-space: normal; }
svg { display: block; width: 100%; height: auto; print-color-adjust: exact; }
figure { margin: 0 0 .4rem; break-inside: avoid; }
figcaption { font-weight: 700; padding-bottom: .3rem; }
.notes, .sources { font-size: .88rem; }
li > p { margin-bottom: .3rem; }
.sources { list-style: none; padding-left: 1.5rem; text-indent: -1.5rem; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h1, h2, h3, caption { break-after: avoid; }
  tr, li { break-inside: avoid; }
  a { color: inherit; }
  .back { display: none; }
}
@page { size: A4; margin: 22mm 24mm; }
`.trim();
