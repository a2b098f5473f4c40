/** The look of a page: one column on a phone, prose beside its clauses where there is room; dark where the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #57606a; --ground: #ffffff; --card: #f6f7f9; --line: #d5dae0; --link: #0b5cad; --mark: #8a5300; --example: #eef4fb; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a3adb8; --ground: #14171a; --card: #1d2226; --line: #39414a; --link: #86bdf5; --mark: #f0b658; --example: #1a2632; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
header, nav, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .25rem .5rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0 0 .25rem; }
p, ul, ol { margin: 0 0 .75rem; }
.lead, .soft { color: var(--soft); }
.notice { border-left: 4px solid var(--mark); background: var(--card); padding: .5rem .75rem; margin: 1rem 0; }
.block { margin-bottom: 1rem; }
.clause { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem .9rem; margin-bottom: .75rem; }
.clause:target { outline: 2px solid var(--link); }
.clause .id { color: var(--soft); font-size: .85rem; margin: 0 0 .5rem; }
dl { display: grid; grid-template-columns: minmax(5.5rem, max-content) 1fr; gap: .15rem .9rem; margin: 0 0 .5rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.example { background: var(--example); border-radius: .35rem; padding: .4rem .6rem; margin: .5rem 0; }
.unsure { color: var(--mark); font-weight: 700; text-decoration: none; cursor: help; }
details { margin-top: .25rem; }
summary { color: var(--soft); cursor: pointer; font-size: .9rem; }
pre { overflow-x: auto; background: var(--ground); border: 1px solid var(--line); border-radius: .35rem; padding: .5rem .6rem; font: .82rem/1.45 ui-monospace, monospace; white-space: pre-wrap; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
nav ol { columns: 16rem; padding-left: 1.25rem; }
sup { line-height: 0; }
sup a { text-decoration: none; }
td[data-label] { white-space: nowrap; }
.sources li { margin-bottom: .3rem; }
footer { margin-top: 3rem; padding-bottom: 2rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 40rem) {
  table.stack thead { position: absolute; left: -99rem; }
  table.stack tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  table.stack th, table.stack td { display: block; border: 0; padding: 0; }
  table.stack td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
  table.stack td:empty { display: none; }
  dl.kinds { display: block; }
  dl.kinds dd { margin-bottom: .6rem; }
}
@media (min-width: 56rem) {
  .block.both { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 1.5rem; align-items: start; }
}
@media print {
  :root { --ink: #000; --soft: #333; --ground: #fff; --card: #fff; --line: #999; --link: #000; --mark: #000; --example: #fff; }
  nav, .skip, details { display: none; }
  .clause, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`.trim();
