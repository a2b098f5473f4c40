import type * as ast from "../generated/ast.ts";
import type { Act, DutyClause, RightClause } from "../program/index.ts";
import { lowerHead, single } from "./clause-head.ts";
import { lowerCondition } from "./conditions.ts";
import { lowerDeadlines, lowerOpening } from "./deadlines.ts";
import { lowerNumber } from "./quantities.ts";
import { lowerRole } from "./roles.ts";
import { advise, type ClauseScope, declare, fail, place, useAttribute } from "./scope.ts";
import { findKind, typeName } from "./terms.ts";
import { lowerTrigger } from "./triggers.ts";

type Unhashed<C> = Omit<C, "hash">;

/** Reads a duty or a right: trigger, who, act, to whom, by when. */
export function lowerDuty(
  scope: ClauseScope,
  node: ast.Duty | ast.Right,
  displacedBy: readonly string[],
): Unhashed<DutyClause> | Unhashed<RightClause> | undefined {
  const { sentence } = node;
  const trigger = lowerTrigger(scope, node.trigger);
  const modal = checkModal(scope, node);
  const debtor = lowerRole(scope, sentence.debtor, "debtor");
  const creditor = lowerCreditor(scope, sentence);
  const act = lowerAct(scope, node);
  const lines = node.lines.filter((line): line is ast.DeadlineLine => line.$type === "DeadlineLine");
  const deadlines = lowerDeadlines(scope, lines);
  checkGuardOrder(scope, lines);
  const opening = single(scope, node.lines, "OpeningLine");
  const notBefore = opening && lowerOpening(scope, opening);
  const silence = single(scope, node.lines, "SilenceLine");
  const head = lowerHead(scope, node, displacedBy);
  if (silence && node.$type === "Right") {
    fail(scope, "silence-of-right", place(scope, silence), {
      message: "A right that is not used has no effect of silence.",
      mend: "Put the line on the duty to answer, or remove it.",
    });
  }
  if (scope.failed || !trigger || !modal || !debtor || !creditor || !act) return undefined;
  const common = {
    ...head,
    trigger,
    debtor,
    jointly: sentence.jointly === true,
    creditor,
    act,
    deadlines,
    ...(notBefore ? { notBefore } : {}),
  };
  if (node.$type === "Right") return { ...common, kind: "right" };
  return { ...common, kind: "duty", ...(silence ? { silence: { means: silence.effect } } : {}) };
}

function checkModal(scope: ClauseScope, node: ast.Duty | ast.Right): boolean {
  const { sentence } = node;
  if (sentence.negated) {
    fail(scope, "negated-act", place(scope, sentence, "negated"), {
      message: `What must not be done is a prohibition, not a ${scope.entry.source.word}.`,
      mend: `Write: prohibition ${node.name} "${node.title}" WHO must not do KIND x where ....`,
    });
    return false;
  }
  const wanted = node.$type === "Duty" ? "must" : "may";
  if (sentence.modal === wanted) return true;
  fail(scope, "wrong-modal", place(scope, sentence, "modal"), {
    message: node.$type === "Duty" ? "A duty says `must`; what a party may do is a right." : "A right says `may`.",
    mend: `Write ${wanted}, or begin the clause with ${node.$type === "Duty" ? "right" : "duty"}.`,
    edit: wanted,
  });
  return false;
}

function lowerCreditor(scope: ClauseScope, sentence: ast.Sentence) {
  if (sentence.creditor) {
    if (sentence.verb === "send" && sentence.preposition === "for") {
      advise(scope, "info", "preposition", place(scope, sentence, "preposition"), {
        message: "A notice is sent `to` somebody.",
        mend: "Write `to`.",
        edit: "to",
      });
    }
    return lowerRole(scope, sentence.creditor, "creditor");
  }
  if (sentence.verb === "send") {
    return fail(scope, "no-creditor", place(scope, sentence, "kind"), {
      message: "It is not said to whom the notice is sent.",
      why: "Nobody could say whether it reached the one to whom it is owed.",
      mend: "Add `to WHOM` (`to every other party`, `to r.from`), or `to nobody` where any address will do.",
    });
  }
  return { kind: "nobody" } as const;
}

function lowerAct(scope: ClauseScope, node: ast.Duty | ast.Right): Act | undefined {
  const { sentence, lines } = node;
  const kind = findKind(scope, sentence, sentence.kind);
  const counts = single(scope, lines, "CountsLine");
  const total = single(scope, lines, "TotalLine");
  if (!kind) return undefined;
  checkVerb(scope, sentence, sentence.verb, kind.kind.form, kind.faulty);
  const variable = declare(scope, sentence.variable, "act", kind, "act", place(scope, sentence, "variable"));
  const where = sentence.where && lowerCondition(scope, sentence.where);
  if (sentence.where && !where) return undefined;
  const lowered = total && lowerTotal(scope, total, kind);
  if (total && !lowered) return undefined;
  return {
    verb: sentence.verb,
    record: kind.kind.name,
    variable: variable.name,
    ...(where ? { where } : {}),
    counts: counts?.moment ?? "sent",
    ...(lowered ? { total: lowered } : {}),
  };
}

/** Notices are sent; events are held or done. */
export function checkVerb(
  scope: ClauseScope,
  node: ast.Sentence | ast.Prohibition,
  verb: "send" | "hold" | "do",
  form: "notice" | "event",
  faulty: boolean,
): void {
  const right = form === "notice" ? verb === "send" : verb !== "send";
  if (right || faulty) return;
  fail(scope, "wrong-verb", place(scope, node, "verb"), {
    message:
      form === "notice" ? `${node.kind} is a notice: it is sent.` : `${node.kind} is an event: it is held or done.`,
    mend: form === "notice" ? "Write send." : "Write hold or do, or declare it as a notice.",
    edit: form === "notice" ? "send" : "do",
  });
}

function lowerTotal(
  scope: ClauseScope,
  node: ast.TotalLine,
  kind: NonNullable<ReturnType<typeof findKind>>,
): Act["total"] {
  const attribute = kind.kind.attributes.find((candidate) => candidate.name === node.attribute);
  if (!attribute || (attribute.type.type !== "count" && attribute.type.type !== "amount")) {
    return fail(scope, attribute ? "type" : "unknown-attribute", place(scope, node, "attribute"), {
      message: attribute
        ? `${node.attribute} is ${typeName(attribute.type)}; only counts and amounts add up.`
        : `${kind.kind.name} has no attribute "${node.attribute}".`,
      mend: "Name a count or an amount of the act.",
    });
  }
  useAttribute(scope, kind, node.attribute);
  const number = lowerNumber(scope, node.amount, attribute.type);
  return (
    number && {
      attribute: node.attribute,
      amount: number.value,
      ...(number.assumed ? { assumed: number.assumed } : {}),
    }
  );
}

function checkGuardOrder(scope: ClauseScope, lines: readonly ast.DeadlineLine[]): void {
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    if (!line.guard && !last) {
      advise(scope, "warning", "deadline-never-kept", place(scope, lines[index + 1]!), {
        message: "This deadline is never reached: the one before it always applies.",
        mend: "Give the one before it a condition (`if ...`), or remove this one.",
      });
    }
    if (line.guard && last) {
      advise(scope, "warning", "no-otherwise", place(scope, line), {
        message: "Where none of the conditions holds there is no deadline.",
        why: "The duty would then stay open and never be overdue.",
        mend: "Add a last deadline with `otherwise` (it may be `no number in the text otherwise`).",
      });
    }
    if (line.otherwise && index === 0) {
      advise(scope, "info", "lonely-otherwise", place(scope, line), {
        message: "`otherwise` has nothing before it to differ from.",
        mend: "Remove the word.",
      });
    }
  });
  if (lines.length > 0 || scope.entry.source.word !== "duty") return;
  advise(scope, "info", "no-deadline", place(scope, scope.entry.node, "name"), {
    message: `${scope.entry.id} does not say by when.`,
    why: "It stays open until performed and is never overdue.",
    mend: "If the text sets no number, say so: no number in the text (no number known, where it was not read).",
  });
}
