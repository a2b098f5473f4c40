import type * as ast from "../generated/ast.ts";
import type { Assumption, ClauseHead } from "../program/index.ts";
import { advise, type ClauseScope, fail, place } from "./scope.ts";
import type { Sight } from "./sight.ts";
import type { ClauseNode, ClauseText } from "./world.ts";

type Line = ast.ClauseLine | ast.ArticleLine;

/** Starts reading a clause: its own or the instrument's assumption marks the numbers that follow. */
export function openScope(sight: Sight, entry: ClauseText): ClauseScope {
  const lines: readonly Line[] = entry.node.lines;
  const verified = lines.find((line) => line.$type === "VerifiedLine");
  const assume = lines.find((line) => line.$type === "AssumeLine");
  const own: Assumption | undefined = assume && { source: assume.source, confidence: assume.level };
  const scope: ClauseScope = {
    sight,
    entry,
    instrument: entry.instrument,
    problems: [],
    uses: { kinds: new Set(), attributes: new Map(), sides: new Set(), zones: new Set() },
    places: new WeakMap(),
    assumption: own ?? (verified ? undefined : entry.instrument.head.assumption),
    variables: new Map(),
    recurrence: undefined,
    followsMiss: false,
    sources: verified?.source ? [verified.source] : [],
    declared: [],
    failed: false,
  };
  if (assume?.level === "high") warnHighAssumption(scope, assume);
  return scope;
}

function warnHighAssumption(scope: ClauseScope, line: ast.AssumeLine): void {
  advise(scope, "warning", "confident-assumption", place(scope, line, "level"), {
    message: "An assumption cannot have high confidence.",
    why: "High means that a source confirms the number; then nothing is assumed.",
    mend: "Write medium or low, or remove the assumption and name the source.",
  });
}

/** The line of a type; a second one is refused, since the clause could not say which holds. */
export function single<T extends Line["$type"]>(
  scope: ClauseScope,
  lines: readonly Line[],
  type: T,
): Extract<Line, { $type: T }> | undefined {
  const found = lines.filter((line): line is Extract<Line, { $type: T }> => line.$type === type);
  if (found[1]) {
    fail(scope, "duplicate-line", place(scope, found[1]), {
      message: "This line is already given above.",
      why: "The clause could not say which of the two holds.",
      mend: "Remove one of them.",
    });
  }
  return found[0];
}

/** Everything a clause carries except its hash. `displacedBy` holds what other clauses' `notwithstanding` adds. */
export function lowerHead(
  scope: ClauseScope,
  node: ClauseNode,
  displacedBy: readonly string[],
): Omit<ClauseHead, "hash"> {
  const lines: readonly Line[] = node.lines;
  const article = single(scope, lines, "ArticleLine");
  const confidence = single(scope, lines, "ConfidenceLine");
  const source = single(scope, lines, "SourceLine");
  const channel = single(scope, lines, "ChannelLine");
  single(scope, lines, "AssumeLine");
  single(scope, lines, "VerifiedLine");
  if (!article) {
    advise(scope, "warning", "no-article", place(scope, node, "name"), {
      message: `${node.name} does not say which article it comes from.`,
      why: "A reader cannot check it against the text.",
      mend: 'Add: article "...".',
    });
  }
  const articleAssumed = article && assumptionOfArticle(scope, article);
  const sources = [...new Set([...(source ? [source.source] : []), ...scope.sources])];
  const subjectTo = lines
    .filter((line): line is ast.SubjectLine => line.$type === "SubjectLine")
    .flatMap((line) => line.clauses.map((clause) => clause.name));
  return {
    id: node.name,
    title: node.title,
    article: article?.article ?? "",
    ...(articleAssumed ? { articleAssumed } : {}),
    confidence: confidence?.level ?? scope.instrument.head.confidence,
    ...(sources.length > 0 ? { source: sources.join("; ") } : {}),
    ...(channel ? { channel: channel.channel } : {}),
    ...(channel?.assumed ? { channelAssumed: ownAssumption(channel.assumed) } : {}),
    subjectTo: [...new Set([...subjectTo, ...displacedBy])].sort(),
    line: scope.entry.source.line,
  };
}

function assumptionOfArticle(scope: ClauseScope, line: ast.ArticleLine): Assumption | undefined {
  if (line.assumed) return ownAssumption(line.assumed);
  return line.verified ? undefined : scope.assumption;
}

function ownAssumption(node: ast.Assumed): Assumption {
  return { source: node.source, confidence: node.level };
}
