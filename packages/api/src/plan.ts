import { type Static, Type } from "typebox";
import { LineSchema } from "./line.ts";
import { StandpointSchema } from "./standpoint.ts";

const PointSchema = Type.Object({
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  lon: Type.Number({ minimum: -180, maximum: 180 }),
});

/** One field of the form of a plan, made from the vocabulary. */
export const PlanFieldSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  /** The attribute's type: "text", "count", "amount", "money", "date", "instant", "yes/no", "choice", "party", "parties", "place", "period", "record". */
  type: Type.String(),
  unit: Type.Optional(Type.String()),
  required: Type.Boolean(),
  /** Who holds or sends it stands here. */
  actor: Type.Boolean(),
  choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  /** Whether a clause looks at it: fields that decide something come first. */
  decides: Type.Boolean(),
});
export type PlanField = Static<typeof PlanFieldSchema>;

/** GET /api/v1/regions/:region/plan/kinds: what can be planned here, that which most lead times depend on first. */
export const PlanKindsSchema = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      title: Type.String(),
      form: Type.Union([Type.Literal("event"), Type.Literal("notice")]),
      /** How many duties count back from a date of it. */
      leadTimes: Type.Integer(),
      /** How many clauses are about it. */
      clauses: Type.Integer(),
      /** The attribute that says when it begins, where there is one. */
      start: Type.Optional(Type.String()),
      /** The attribute that holds its place, where there is one. */
      place: Type.Optional(Type.String()),
      /** Stands among the first choices: it has lead times, or a date and a place. */
      common: Type.Boolean(),
      fields: Type.Array(PlanFieldSchema),
    }),
  ),
});
export type PlanKinds = Static<typeof PlanKindsSchema>;

/** POST /api/v1/regions/:region/plan. Nothing of it is kept. */
export const PlanSchema = Type.Object({
  kind: Type.String({ maxLength: 80 }),
  /** Values of the kind's attributes, as records have them. A place may be left to `points`. */
  content: Type.Record(Type.String(), Type.Unknown()),
  /** The corners of the drawn place (one: a point; two: a stretch). An area is judged whole, and its distance by its nearest point. */
  points: Type.Optional(Type.Array(PointSchema, { maxItems: 200 })),
  from: Type.Optional(Type.String({ maxLength: 40 })),
  to: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 200 })),
  under: Type.Optional(Type.String({ maxLength: 60 })),
});
export type Plan = Static<typeof PlanSchema>;

/** A record that would discharge duties of whoever plans, filled in from the plan and from what their clauses say. */
export const PlanNoticeSchema = Type.Object({
  kind: Type.String(),
  kindName: Type.String(),
  /** A notice is sent to somebody; anything else is done. */
  notice: Type.Boolean(),
  /** Numbers of the duties that it does for. */
  numbers: Type.Array(Type.Integer()),
  from: Type.String(),
  to: Type.Array(Type.String()),
  under: Type.Array(Type.String()),
  channel: Type.Optional(Type.String()),
  channelUnverified: Type.Boolean(),
  occurred: Type.String(),
  content: Type.Record(Type.String(), Type.Unknown()),
  /** Attributes of the content that name the plan: its own id takes the place of theirs once it is kept. */
  refers: Type.Array(Type.String()),
});
export type PlanNotice = Static<typeof PlanNoticeSchema>;

/** A line that would arise, with its date and rule in words. */
export const ArisingSchema = Type.Object({
  line: LineSchema,
  /** "15 Dec, in 24 days". */
  date: Type.String(),
  /** The rule and the case in words, and what else is to be said. */
  notes: Type.Array(Type.String()),
  /** Its number in `together`, from 1; rights have none. */
  number: Type.Optional(Type.Integer()),
  /** What would discharge it; absent where that is not for whoever plans to do. */
  notice: Type.Optional(PlanNoticeSchema),
});

export const PlanAnswerSchema = Type.Object({
  standpoint: StandpointSchema,
  /** What is wrong with the plan, by attribute ("personnel"); with any of them nothing else is worked out. */
  problems: Type.Array(
    Type.Object({ attribute: Type.String(), message: Type.String(), mend: Type.Optional(Type.String()) }),
  ),
  /** Where the place lies to the zones: an area is inside where any part of it is. `lat` and `lon` are its point nearest to a line. */
  places: Type.Array(
    Type.Object({
      lat: Type.Number(),
      lon: Type.Number(),
      zones: Type.Array(
        Type.Object({
          zone: Type.String(),
          instruments: Type.Array(Type.String()),
          /** "inside", "outside" or "within map error". */
          location: Type.String(),
          kmFromLine: Type.Union([Type.Number(), Type.Null()]),
          mapErrorKm: Type.Union([Type.Number(), Type.Null()]),
        }),
      ),
    }),
  ),
  /** Duties that would arise, strictest first (lead times passed before all), by addressee and main channel. */
  groups: Type.Array(
    Type.Object({
      whom: Type.String(),
      /** Without its particulars and alternatives, which differ from duty to duty and stand with each. */
      channel: Type.Optional(Type.String()),
      /** For at least one of them. */
      channelUnverified: Type.Boolean(),
      arising: Type.Array(ArisingSchema),
    }),
  ),
  rights: Type.Array(ArisingSchema),
  /** So many parties or organs in all groups. */
  creditors: Type.Integer(),
  channels: Type.Integer(),
  passed: Type.Integer(),
  /** Ceilings and quotas it counts towards; above a figure that is not verified the line is "number unverified", not "exceeded". */
  limits: Type.Array(
    Type.Object({
      line: LineSchema,
      /** "1 or more, of 6 ?"; empty for a prohibition. */
      words: Type.String(),
      state: Type.String(),
      /** What it counts, in words: "in the zone, sector western, above 4,000 people ?". */
      counts: Type.Optional(Type.String()),
    }),
  ),
  /** Lines of the ledger that would stand otherwise. */
  changed: Type.Array(Type.Object({ before: LineSchema, after: LineSchema })),
  /** What keeps us from saying whether a clause applies. */
  undetermined: Type.Array(
    Type.Object({
      clause: Type.String(),
      title: Type.String(),
      instrument: Type.String(),
      instrumentName: Type.String(),
      missing: Type.Array(Type.String()),
    }),
  ),
  /** One record that would do for several, with the numbers of the duties. */
  together: Type.Array(
    Type.Object({
      kind: Type.String(),
      kindName: Type.String(),
      notice: Type.Boolean(),
      numbers: Type.Array(Type.Integer()),
      text: Type.String(),
      remarks: Type.Array(Type.String()),
      /** Else the same text goes by several main channels, as a notice each. */
      oneChannel: Type.Boolean(),
    }),
  ),
  /** As few as do for all duties of whoever plans, strictest first. */
  notices: Type.Array(PlanNoticeSchema),
  /** Looked at and not arising: clauses about this kind of which no line came. */
  notArising: Type.Array(
    Type.Object({
      clause: Type.String(),
      title: Type.String(),
      instrument: Type.String(),
      instrumentName: Type.String(),
      article: Type.String(),
      /** What a plan has to be for it to apply, in words: "live, in the zone, from 35,000 people". */
      asks: Type.Optional(Type.String()),
    }),
  ),
  /** From when a start keeps every lead time if notice goes out at as-of. */
  earliest: Type.Optional(
    Type.Object({
      attribute: Type.String(),
      /** Absent: no move within five years keeps them all. */
      day: Type.Optional(Type.String()),
      shiftDays: Type.Optional(Type.Number()),
      words: Type.String(),
    }),
  ),
});
export type PlanAnswer = Static<typeof PlanAnswerSchema>;
