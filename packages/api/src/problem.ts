import { type Static, Type } from "typebox";

/** RFC 9457 problem details, with the places that are wrong in the request (JSON Pointer, RFC 6901). */
export const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    /** Reference number to name when asking for help. */
    reference: Type.Optional(Type.String()),
    errors: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String(), mend: Type.Optional(Type.String()) })),
    ),
  },
  { $id: "Problem", additionalProperties: true },
);
export type ApiProblem = Static<typeof ProblemSchema>;
