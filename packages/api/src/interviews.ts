import { type Static, Type } from "typebox";
import { LanguageQuery } from "./language.ts";
import { ProofSchema } from "./proof.ts";

const Filter = Type.Optional(Type.String({ maxLength: 120 }));

export const InterviewsQuery = Type.Object({
  ...LanguageQuery.properties,
  sector: Filter,
  country: Filter,
  city: Filter,
  code: Filter,
});
export type InterviewsQuery = Static<typeof InterviewsQuery>;

/** One interview without identities. */
export const InterviewSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  city: Type.String(),
  country: Type.String(),
  sector: Type.String(),
  /** A day, or a month where the day would tell too much. */
  date: Type.String(),
  language: Type.Optional(Type.String()),
  segments: Type.Array(
    Type.Object({
      unit: Type.String(),
      excerpt: Type.Optional(Type.String()),
      codes: Type.Array(Type.Object({ coder: Type.String(), code: Type.Optional(Type.String()) })),
    }),
  ),
});
export type Interview = Static<typeof InterviewSchema>;

const Counted = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));

export const InterviewsSchema = Type.Object({
  /** Whether the asking body may add and erase them; false too where it speaks for nobody. */
  mayAdd: Type.Boolean(),
  /** Days after which an interview is erased, from when it was taken in; absent: it is kept. */
  keptDays: Type.Optional(Type.Integer()),
  /** Interviews of the body; `interviews` are those that pass the filters. */
  total: Type.Integer(),
  interviews: Type.Array(InterviewSchema),
  choices: Type.Object({ sectors: Counted, countries: Counted, cities: Counted, codes: Counted }),
  codes: Type.Object({
    items: Type.Array(
      Type.Object({
        code: Type.String(),
        segments: Type.Integer(),
        interviews: Type.Integer(),
        bySector: Counted,
        byCountry: Counted,
      }),
    ),
    made: ProofSchema,
  }),
  /** Over the interviews that pass the filters. Figures are decimals; absent: not defined (see the method). */
  agreement: Type.Object({
    coders: Type.Array(Type.String()),
    segments: Type.Integer(),
    compared: Type.Integer(),
    codedByOne: Type.Integer(),
    codedByNobody: Type.Integer(),
    agreement: Type.Optional(Type.Number()),
    agreementOfAllCoded: Type.Optional(Type.Number()),
    kappa: Type.Optional(Type.Number()),
    alpha: Type.Optional(Type.Number()),
    differences: Type.Array(
      Type.Object({
        interview: Type.String(),
        unit: Type.String(),
        excerpt: Type.Optional(Type.String()),
        codes: Type.Array(Type.Object({ coder: Type.String(), code: Type.String() })),
      }),
    ),
    made: ProofSchema,
  }),
});
export type Interviews = Static<typeof InterviewsSchema>;

/** POST /api/v1/regions/:region/evidence/interviews?dry=1 with a CSV file as text/csv. With one refused line nothing is taken. */
export const InterviewImportQuery = Type.Object({
  ...LanguageQuery.properties,
  dry: Type.Optional(Type.Union([Type.Literal("1"), Type.Literal("0")])),
});
export const InterviewImportSchema = Type.Object({
  dry: Type.Boolean(),
  /** Lines of the file behind its header. */
  lines: Type.Integer(),
  interviews: Type.Integer(),
  segments: Type.Integer(),
  coders: Type.Array(Type.String()),
  /** Codes of the file by how many segments have them; `known`: interviews of the body that are here have it too. */
  codes: Type.Array(Type.Object({ code: Type.String(), segments: Type.Integer(), known: Type.Boolean() })),
  /** Whether the body had any interviews before, so that a code can be new. */
  others: Type.Boolean(),
  /** Interviews that were added; none where something was refused or it was only looked at. */
  taken: Type.Integer(),
  problems: Type.Array(
    Type.Object({
      line: Type.Integer(),
      column: Type.Optional(Type.String()),
      message: Type.String(),
      mend: Type.Optional(Type.String()),
    }),
  ),
  /** Problems that are not told one by one. */
  more: Type.Integer(),
});
export type InterviewImport = Static<typeof InterviewImportSchema>;

export const InterviewParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  interview: Type.String({ maxLength: 60 }),
});
