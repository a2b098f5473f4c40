import {
  type ColumnType,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";

/** Columns of the tables, for the builder of queries; the migrations are what makes them. */
export interface Tables {
  "kelisim.record": RecordTable;
  "kelisim.draft": DraftTable;
  "kelisim.interview": InterviewTable;
  "kelisim.recommendation_decision": RecommendationDecisionTable;
  "kelisim.brief": BriefTable;
  "kelisim.brief_version": BriefVersionTable;
  "kelisim.brief_sign_off": BriefSignOffTable;
  "kelisim.brief_act": BriefActTable;
  "kelisim.seen": SeenTable;
  "kelisim.body": BodyTable;
  "kelisim.member": MemberTable;
  "kelisim.erasure": ErasureTable;
  "kelisim.audit": AuditTable;
  "kelisim.setting": SettingTable;
  "kelisim.adoption": AdoptionTable;
  "kelisim.official_text": OfficialTextTable;
  "kelisim.subscription": SubscriptionTable;
  "kelisim.calendar_token": CalendarTokenTable;
}

/** The driver gives eight-byte integers as text. */
type BigInteger = ColumnType<string, number, number>;
type Identity = ColumnType<string, never, never>;
/** A civil day goes in as text and is read through `to_char`. */
type Day = ColumnType<never, string, never>;
type Moment = ColumnType<Date, Date | string, Date | string>;

export interface RecordTable {
  readonly seq: Identity;
  readonly id: string;
  readonly region: string;
  readonly kind: string;
  readonly from_party: string | null;
  readonly to_parties: string[];
  readonly owner_party: string;
  readonly owner_body: string;
  readonly marking: string | null;
  readonly label: string;
  readonly release_to: string[];
  readonly occurred: Moment;
  readonly recorded: Moment;
  readonly known: Moment;
  readonly corrects: string | null;
  readonly withdraws: string | null;
  readonly header: string;
  readonly body_sha256: Buffer | null;
  readonly key_slot: BigInteger | null;
  readonly nonce: Buffer | null;
  readonly ciphertext: Buffer | null;
}

export interface DraftTable {
  readonly id: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly kind: string;
  readonly title: string;
  readonly drafted_by: string[];
  readonly created: Moment;
  readonly changed: Moment;
  readonly version: number;
  readonly key_slot: BigInteger;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

export interface InterviewTable {
  readonly id: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly label: string;
  readonly added_by: string;
  readonly added: Moment;
  readonly key_slot: BigInteger;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

interface OfBody {
  readonly region: string;
  readonly party: string;
  readonly body: string;
}

export interface BriefTable extends OfBody {
  readonly id: string;
  readonly person: string;
  readonly at: Moment;
  readonly key_slot: BigInteger;
}

export interface BriefVersionTable extends OfBody {
  readonly brief: string;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly person: string;
  readonly at: Moment;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

export interface BriefSignOffTable extends OfBody {
  readonly seq: Identity;
  readonly brief: string;
  readonly number: number;
  readonly act: string;
  readonly note: string | null;
  readonly person: string;
  readonly at: Moment;
}

export interface BriefActTable extends OfBody {
  readonly seq: Identity;
  readonly brief: string;
  readonly act: string;
  readonly number: number | null;
  readonly reason: string | null;
  readonly person: string;
  readonly at: Moment;
}

export interface RecommendationDecisionTable {
  readonly seq: Identity;
  readonly id: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly claim: string;
  readonly state: string;
  readonly decided: string;
  readonly source: string;
  readonly note: string | null;
  readonly person: string;
  readonly at: Moment;
}

export interface SeenTable {
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly person: string;
  readonly screen: string;
  readonly seq: BigInteger;
  readonly at: Moment;
}

export interface BodyTable {
  readonly region: string;
  readonly party: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface MemberTable {
  readonly person: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly roles: string[];
}

export interface ErasureTable {
  readonly record: string;
  readonly key_slots: ColumnType<string[], number[], number[]>;
  readonly reason: string;
  readonly by_person: string;
  readonly at: Moment;
}

export interface AuditTable {
  readonly seq: Identity;
  readonly at: Moment;
  readonly person: string;
  readonly region: string | null;
  readonly party: string | null;
  readonly body: string | null;
  readonly action: string;
  readonly about: string | null;
  readonly detail: ColumnType<Record<string, unknown> | null, string | null, string | null>;
}

export interface SettingTable {
  readonly name: string;
  readonly value: ColumnType<unknown, string, string>;
  readonly by_person: string;
  readonly at: Moment;
}

export interface AdoptionTable {
  readonly id: Identity;
  readonly region: string;
  readonly instrument: string;
  readonly version: string;
  readonly text: string;
  readonly decided_by: string;
  readonly note: string;
  readonly at: Moment;
  readonly in_force_from: Day;
  readonly person: string;
}

export interface OfficialTextTable {
  readonly id: Identity;
  readonly region: string;
  readonly instrument: string;
  readonly language: string;
  readonly text: string | null;
  readonly sha256: string | null;
  readonly source: string | null;
  readonly read_on: ColumnType<never, string | null, never>;
  readonly authentic: boolean | null;
  readonly added_by: string;
  readonly person: string;
  readonly at: Moment;
}

export interface SubscriptionTable {
  readonly id: string;
  readonly person: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly by_way: string;
  readonly address: string;
  readonly topics: string[];
  readonly locale: string;
}

export interface CalendarTokenTable {
  readonly id: string;
  readonly token_sha256: Buffer;
  readonly person: string;
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly label: string;
  readonly created: Moment;
}

/** Builds queries; they run in a transaction of ours (see `connection.ts`), which carries role and viewer. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
