import { type Static, Type } from "typebox";
import { LanguageSchema } from "./language.ts";
import { BodySchema } from "./session.ts";

const Region = Type.String({ maxLength: 60 });
const Party = Type.String({ maxLength: 60 });
const BodyId = Type.String({ maxLength: 60 });
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 500 }));
const After = Type.Optional(Type.String({ maxLength: 500 }));
const closed = { additionalProperties: false } as const;

/** The bodies of one party in one region. */
export const PlaceSchema = Type.Object({ region: Region, party: Party }, closed);
export type Place = Static<typeof PlaceSchema>;

/** GET /api/v1/node: what everybody who is signed in may know of the node, and what they administer here. */
export const NodeHeadSchema = Type.Object({
  name: Type.String(),
  address: Type.String(),
  reach: Type.Union([Type.Literal("loopback"), Type.Literal("hosted")]),
  version: Type.String(),
  highestLevel: Type.String(),
  fourEyes: Type.Boolean(),
  /** Bodies that share this host, and parties they belong to. */
  bodies: Type.Integer(),
  parties: Type.Integer(),
  /** SMTP is set: the node can send e-mail. */
  mail: Type.Boolean(),
  /** Browsers make passkeys only over https and on localhost. */
  passkeys: Type.Boolean(),
  administers: Type.Object({ node: Type.Boolean(), places: Type.Array(PlaceSchema) }),
});
export type NodeHead = Static<typeof NodeHeadSchema>;

const RetentionRunSchema = Type.Object({
  at: Type.String(),
  /** Id of the person, or "node" where it ran by itself. */
  by: Type.String(),
  erased: Type.Integer(),
  byKind: Type.Record(Type.String(), Type.Integer()),
  /** How many of them were coded interviews and no records; absent where none were. */
  interviews: Type.Optional(Type.Integer()),
});
export type RetentionRun = Static<typeof RetentionRunSchema>;

/** GET /api/v1/node/state, for administrators. */
export const NodeStateSchema = Type.Object({
  started: Type.String(),
  database: Type.Object({
    kind: Type.Union([Type.Literal("embedded"), Type.Literal("own")]),
    version: Type.String(),
    bytes: Type.Integer(),
  }),
  records: Type.Integer(),
  erased: Type.Integer(),
  lastRetention: Type.Optional(RetentionRunSchema),
  regions: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      training: Type.Boolean(),
      us: Type.Array(Type.String()),
      instruments: Type.Integer(),
      kinds: Type.Integer(),
      errors: Type.Integer(),
      warnings: Type.Integer(),
      /** The first of them, errors before warnings. */
      problems: Type.Array(
        Type.Object({
          severity: Type.String(),
          message: Type.String(),
          mend: Type.Optional(Type.String()),
          file: Type.Optional(Type.String()),
          line: Type.Optional(Type.Integer()),
        }),
      ),
    }),
  ),
});
export type NodeState = Static<typeof NodeStateSchema>;

/** A body with how many people work for it; `mine`: whether the asker may change it. */
export const NodeBodySchema = Type.Object({
  ...BodySchema.properties,
  partyName: Type.String(),
  kind: Type.String(),
  members: Type.Integer(),
  mine: Type.Boolean(),
});
export type NodeBody = Static<typeof NodeBodySchema>;
export const NodeBodiesSchema = Type.Object({ items: Type.Array(NodeBodySchema) });
export type NodeBodies = Static<typeof NodeBodiesSchema>;

/** GET /api/v1/regions/:region/bodies: the bodies that speak here, which a record can be released to one by one. */
export const RegionBodiesSchema = Type.Object({
  bodies: Type.Array(Type.Object({ party: Type.String(), id: Type.String(), name: Type.String() })),
});
export type RegionBodies = Static<typeof RegionBodiesSchema>;

export const BodyName = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120, pattern: "^[^\\p{Cc}<>]+$" }),
    kind: Type.String({ minLength: 1, maxLength: 60, pattern: "^[^\\p{Cc}<>]+$" }),
  },
  closed,
);
export const NewBody = Type.Object({ region: Region, party: Party, id: BodyId, ...BodyName.properties }, closed);
export type NewBody = Static<typeof NewBody>;
export const BodyParams = Type.Object({ region: Region, party: Party, body: BodyId });

/** GET and PUT /api/v1/node/settings. Days to keep bodies of records, by kind, and coded interviews; a kind not named is kept. */
export const NodeSettingsSchema = Type.Object(
  {
    fourEyes: Type.Boolean(),
    retention: Type.Record(Type.String({ maxLength: 80 }), Type.Integer({ minimum: 1, maximum: 36_525 })),
  },
  closed,
);
export type NodeSettings = Static<typeof NodeSettingsSchema>;

/** The kinds that a retention period can be set for. */
export const NodeSettingsAnswer = Type.Object({
  ...NodeSettingsSchema.properties,
  highestLevel: Type.String(),
  kinds: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  lastRetention: Type.Optional(RetentionRunSchema),
});
export type NodeSettingsAnswer = Static<typeof NodeSettingsAnswer>;
export const RetentionRun = RetentionRunSchema;

/** Filters of the audit; all must hold. */
export const AuditQuery = Type.Object({
  person: Type.Optional(Type.String({ maxLength: 80 })),
  action: Type.Optional(Type.String({ maxLength: 80 })),
  about: Type.Optional(Type.String({ maxLength: 200 })),
  region: Type.Optional(Region),
  party: Type.Optional(Party),
  /** First and last day, both inclusive, in UTC. */
  from: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  to: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  after: After,
  limit: Limit,
});
export type AuditQuery = Static<typeof AuditQuery>;

export const AuditEntrySchema = Type.Object({
  seq: Type.Integer(),
  at: Type.String(),
  person: Type.String(),
  /** Absent: nobody of this id is here any more. */
  personName: Type.Optional(Type.String()),
  region: Type.Optional(Type.String()),
  party: Type.Optional(Type.String()),
  body: Type.Optional(Type.String()),
  action: Type.String(),
  about: Type.Optional(Type.String()),
  detail: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
export type AuditEntry = Static<typeof AuditEntrySchema>;
export const AuditSchema = Type.Object({ items: Type.Array(AuditEntrySchema), next: Type.Optional(Type.String()) });
export type Audit = Static<typeof AuditSchema>;

/** POST /api/v1/node/erasures. `confirm` repeats the id: what is erased does not come back. */
export const EraseBody = Type.Object(
  {
    record: Type.String({ minLength: 1, maxLength: 200 }),
    confirm: Type.String({ maxLength: 200 }),
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  },
  closed,
);
export type EraseBody = Static<typeof EraseBody>;
export const ErasureSchema = Type.Object({
  record: Type.String(),
  reason: Type.String(),
  by: Type.String(),
  byName: Type.Optional(Type.String()),
  at: Type.String(),
});
export type Erasure = Static<typeof ErasureSchema>;
export const ErasuresQuery = Type.Object({ after: After, limit: Limit });
export const ErasuresSchema = Type.Object({
  total: Type.Integer(),
  items: Type.Array(ErasureSchema),
  next: Type.Optional(Type.String()),
});
export type Erasures = Static<typeof ErasuresSchema>;

/** POST /api/v1/node/exports: what a party owns, ready to be fetched until `until`. */
export const PartyExportSchema = Type.Object({
  id: Type.String(),
  region: Type.String(),
  party: Type.String(),
  at: Type.String(),
  until: Type.String(),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      holds: Type.String(),
      body: Type.Optional(Type.String()),
      lines: Type.Integer(),
      sha256: Type.String(),
    }),
  ),
});
export type PartyExport = Static<typeof PartyExportSchema>;
export const ExportParams = Type.Object({ id: Type.String({ pattern: "^[0-9a-f-]{36}$" }) });
export const ExportFileQuery = Type.Object({ name: Type.String({ maxLength: 100 }) });

/** POST /api/v1/node/imports (application/zip). */
export const PartyImportSchema = Type.Object({
  region: Type.String(),
  party: Type.String(),
  taken: Type.Integer(),
  repeated: Type.Integer(),
  /** Records whose content was erased here or there: the header was taken, the content was not. */
  erased: Type.Integer(),
  drafts: Type.Integer(),
  refused: Type.Integer(),
  /** The first of what was refused, with file and line. */
  problems: Type.Array(
    Type.Object({
      message: Type.String(),
      file: Type.Optional(Type.String()),
      line: Type.Optional(Type.Integer()),
      mend: Type.Optional(Type.String()),
    }),
  ),
});
export type PartyImport = Static<typeof PartyImportSchema>;

/** What a person may be told by e-mail. */
export const SUBSCRIPTION_TOPICS = ["overdue", "due-soon", "came-in"] as const;
const Topics = Type.Array(Type.Union([Type.Literal("overdue"), Type.Literal("due-soon"), Type.Literal("came-in")]), {
  minItems: 1,
  maxItems: 3,
  uniqueItems: true,
});
export const SubscriptionBody = Type.Object(
  {
    topics: Topics,
    address: Type.String({ maxLength: 200, format: "email" }),
    language: LanguageSchema,
  },
  closed,
);
export type SubscriptionBody = Static<typeof SubscriptionBody>;
export const SubscriptionSchema = Type.Object({
  ...SubscriptionBody.properties,
  id: Type.String(),
  party: Type.String(),
  body: Type.String(),
});
export type Subscription = Static<typeof SubscriptionSchema>;
/** GET /api/v1/regions/:region/subscriptions: one's own, for the bodies one speaks for. */
export const SubscriptionsSchema = Type.Object({
  /** SMTP is set. Without it nothing can be sent, and nothing is taken. */
  mail: Type.Boolean(),
  /** Address of one's account, to begin with. */
  suggested: Type.Optional(Type.String()),
  items: Type.Array(SubscriptionSchema),
});
export type Subscriptions = Static<typeof SubscriptionsSchema>;
