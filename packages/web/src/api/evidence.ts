import type { DecisionRequest, InterviewImport } from "@kelisim/api";
import type { Address } from "../state/standpoint.ts";
import { apiPath, send } from "./client.ts";
import { sendBytes } from "./send-bytes.ts";

const at = (region: string) => `/regions/${encodeURIComponent(region)}/evidence`;

export const recordDecision = (region: string, decision: DecisionRequest) =>
  send<{ readonly id: string }>("POST", `${at(region)}/decisions`, decision);

export const eraseInterview = (region: string, interview: string) =>
  send<void>("DELETE", `${at(region)}/interviews/${encodeURIComponent(interview)}`);

/** Sends a file of coded interviews: `dry=1` to have it looked at only. */
export const sendInterviews = (region: string, file: File, query: Address, signal: AbortSignal) =>
  sendBytes<InterviewImport>({
    address: apiPath(`${at(region)}/interviews`, query),
    type: "text/csv",
    file,
    onSent: () => undefined,
    signal,
  });

export const interviewsFile = (region: string, query: Address) => apiPath(`${at(region)}/interviews.csv`, query);

/** Rows taken in as files, by the filters of the screen. */
export const takenFiles = (region: string, table: "figures" | "events" | "acts", query: Address) =>
  (["csv", "xlsx", "parquet"] as const).map(
    (format) => [format.toUpperCase(), apiPath(`${at(region)}/files/${table}.${format}`, query)] as const,
  );
