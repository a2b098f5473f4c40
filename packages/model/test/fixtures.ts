import type { Kind, Party } from "../src/index.ts";

/** Parties and kinds of an invented region, with every type of attribute. */
export const PARTIES: readonly Party[] = [
  { id: "AVE", name: "Avelin", kind: "state" },
  { id: "ORE", name: "Oresta", kind: "state" },
  { id: "SEL", name: "Selmark", kind: "state" },
  { id: "RIV", name: "River Council", kind: "organisation" },
];

export const EXERCISE: Kind = {
  name: "Exercise",
  form: "event",
  version: 1,
  title: "Military exercise",
  actor: "host",
  attributes: [
    { name: "host", type: { type: "party" }, required: true },
    { name: "live", type: { type: "yes/no" }, required: false },
    { name: "place", type: { type: "place" }, required: false },
    { name: "personnel", type: { type: "count" }, required: false },
    { name: "start", type: { type: "date" }, required: false },
    { name: "activity", type: { type: "choice", of: ["exercise", "landing"] }, required: false },
  ],
};

export const INVITATION: Kind = {
  name: "ObserverInvitation",
  form: "notice",
  version: 1,
  title: "Invitation to observe",
  attributes: [
    { name: "exercise", type: { type: "record", of: "Exercise" }, required: true },
    { name: "arrival", type: { type: "instant" }, required: false },
    { name: "observers", type: { type: "count" }, required: false, max: 6 },
    { name: "remark", type: { type: "text" }, required: false },
  ],
};

export const RELEASE: Kind = {
  name: "Release",
  form: "event",
  version: 2,
  title: "Release of water",
  attributes: [
    { name: "volume", type: { type: "amount", unit: "million m3" }, required: true },
    { name: "cost", type: { type: "money" }, required: false },
    { name: "downstream", type: { type: "parties" }, required: false },
    { name: "period", type: { type: "period" }, required: false },
  ],
};

export const KINDS: readonly Kind[] = [EXERCISE, INVITATION, RELEASE];

/** A sound record of each kind, as it is written. */
export const exercise = {
  id: "e-1",
  kind: "Exercise",
  from: "AVE",
  occurred: "2026-11-01T08:00:00Z",
  recorded: "2026-11-01T09:00:00Z",
  content: { host: "AVE", live: true, place: { lat: 44.2, lon: 79.6 }, personnel: 36000, start: "2026-12-28" },
};
export const invitation = {
  id: "i-1",
  kind: "ObserverInvitation",
  from: "AVE",
  to: ["ORE"],
  under: ["RA"],
  occurred: "2026-11-02T08:00:00+05:00",
  recorded: "2026-11-02T09:00:00Z",
  content: { exercise: "e-1", observers: 4 },
};
export const release = {
  id: "w-1",
  kind: "Release",
  version: 2,
  from: "SEL",
  occurred: "2026-11-03T08:00:00Z",
  recorded: "2026-11-03T09:00:00Z",
  content: { volume: "12.50", cost: { amount: "0.1", currency: "EUR" }, downstream: ["AVE"], period: "2026-Q3" },
};
