import type { Role, Trigger } from "@kelisim/accord/program";
import { conditionWords, nameOfTerm } from "./condition.ts";
import type { Names } from "./names.ts";

/** Who owes, or to whom it is owed, as the clause says it and before anybody is named. */
export function roleWords(role: Role, names: Names): string {
  const say = names.say.role;
  switch (role.kind) {
    case "term":
      return say.term(nameOfTerm(role.term, names));
    case "party":
      return names.party(role.id);
    case "each party":
      return say.eachParty;
    case "every other party":
      return say.everyOther;
    case "side":
      return names.side(role.name);
    case "side of":
      return say.sideOf(nameOfTerm(role.term, names));
    case "each side":
      return say.eachSide;
    case "other side":
      return say.otherSide;
    case "members":
      return say.members(names.organisation(role.organisation));
    case "parties in zone":
      return say.inZone(role.zone);
    case "debtor":
      return say.debtor;
    case "creditor":
      return say.creditor;
    case "nobody":
      return names.say.nobody;
    case "all of":
      return names.say.list(role.roles.map((each) => roleWords(each, names)));
    case "except":
      return say.except(roleWords(role.role, names), roleWords(role.minus, names));
  }
}

/** What makes a duty or right arise. */
export function triggerWords(trigger: Trigger, names: Names): string {
  const say = names.say.triggerWords;
  switch (trigger.kind) {
    case "record":
      return say.record(names.kind(trigger.record), conditionWords(trigger.where, names));
    case "calendar":
      return say.calendar(trigger.count, trigger.unit);
    case "bound":
      return say.bound;
    case "miss":
      return say.miss(trigger.clause);
  }
}
