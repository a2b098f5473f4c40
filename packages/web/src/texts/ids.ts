import type agreements from "./en/agreements.json";
import type between from "./en/between.json";
import type brief from "./en/brief.json";
import type cooperation from "./en/cooperation.json";
import type country from "./en/country.json";
import type coverage from "./en/coverage.json";
import type editor from "./en/editor.json";
import type evidence from "./en/evidence.json";
import type explain from "./en/explain.json";
import type gallery from "./en/gallery.json";
import type institutions from "./en/institutions.json";
import type map from "./en/map.json";
import type money from "./en/money.json";
import type node from "./en/node.json";
import type parts from "./en/parts.json";
import type plan from "./en/plan.json";
import type powers from "./en/powers.json";
import type records from "./en/records.json";
import type shell from "./en/shell.json";
import type signIn from "./en/sign-in.json";
import type situation from "./en/situation.json";
import type states from "./en/states.json";
import type today from "./en/today.json";

type Topics = typeof agreements &
  typeof between &
  typeof brief &
  typeof cooperation &
  typeof country &
  typeof coverage &
  typeof editor &
  typeof evidence &
  typeof explain &
  typeof gallery &
  typeof institutions &
  typeof map &
  typeof money &
  typeof node &
  typeof parts &
  typeof plan &
  typeof powers &
  typeof records &
  typeof shell &
  typeof signIn &
  typeof situation &
  typeof states &
  typeof today;

/** Every text of the screens by its id; the English catalogue is the list. */
export type MessageId = keyof Topics & string;

/** What stands in the places of a message: numbers choose plural forms. */
export type MessageValues = Readonly<Record<string, string | number | undefined>>;
