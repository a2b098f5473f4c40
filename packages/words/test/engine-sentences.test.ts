import assert from "node:assert/strict";
import { test } from "node:test";
import { textsOf } from "../src/texts/index.ts";

const names = {
  attribute: (name: string) => (name === "personnel" ? "number of people" : name),
  kind: (name: string) => name,
  party: (id: string) => id,
  organisation: (id: string) => id,
  channel: (channel: string) => channel,
};

test("no path of a clause's own variables reaches a reader, in either language", () => {
  const [english, russian] = [textsOf("en"), textsOf("ru")];
  assert.equal(english.engine("e.personnel is not given", names), "number of people is not given");
  assert.equal(
    english.engine("whether r.from is a member of SCO then is not verified", names).includes("r.from"),
    false,
  );
  assert.equal(
    english.engine('"as soon as e.g. possible" has no reading', names),
    '"as soon as e.g. possible" has no reading',
  );
  assert.equal(english.baseName("r.sent", "sent"), "the moment of sending");
  assert.equal(english.baseName("e.start", "start"), "start");
  assert.equal(english.baseName("moment", "moment"), "the moment from which the time counts");
  for (const say of [english, russian])
    for (const base of ["record", "period start", "moment", "bound since", "r.sent", "e.start"])
      assert.doesNotMatch(say.baseName(base, base.slice(base.indexOf(".") + 1)), /\w\.\w/);
});
