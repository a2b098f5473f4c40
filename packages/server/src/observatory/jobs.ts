import { randomUUID } from "node:crypto";
import type { Job } from "@kelisim/api";
import { type FileOptions, type Holdings, isStopped, type Progress } from "@kelisim/holdings";
import { problemData } from "./holding-data.ts";
import type { JobNotes } from "./job-notes.ts";
import type { HeldUpload } from "./uploads.ts";

/** How long a job that ended is told of. */
const TOLD_MS = 60 * 60_000;

/** What is told of a job in the midst of which the node ended. */
const LOST: Job["problems"][number] = {
  code: "holding/lost",
  severity: "error",
  message: "the node stopped while the file was being taken in",
  mend: "send the file again: a file that is here already is not taken twice",
};

interface HeldJob {
  readonly person: string;
  readonly cancel: AbortController;
  readonly ended: Promise<void>;
  state: Job;
}

export interface Jobs {
  /** Begins to take a file in; one is taken after the other. `done` hears of a file that was taken. */
  begin(upload: HeldUpload, by: string, options: FileOptions, done: (job: Job) => Promise<void>): Promise<Job>;
  /** Only for the person who began it. */
  find(id: string, person: string): Job | undefined;
  of(person: string): readonly Job[];
  /** Cancels a job and waits until nothing of it runs. */
  cancel(id: string, person: string): Promise<Job | undefined>;
  close(): Promise<void>;
}

/**
 * Files that are being taken in. `drop` takes a file away once its job is over. What `notes` tell of as lost is told to whoever
 * began it as stopped.
 */
export function createJobs(holdings: Holdings, drop: (upload: HeldUpload) => Promise<void>, notes: JobNotes): Jobs {
  const jobs = new Map<string, HeldJob>();
  const timers = new Set<NodeJS.Timeout>();
  let last: Promise<void> = Promise.resolve();
  let closing = false;

  const own = (id: string, person: string) => {
    const found = jobs.get(id);
    return found?.person === person ? found : undefined;
  };
  const forgetLater = (id: string) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      jobs.delete(id);
    }, TOLD_MS);
    timer.unref();
    timers.add(timer);
  };

  async function run(
    upload: HeldUpload,
    by: string,
    options: FileOptions,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<Partial<Job>> {
    try {
      signal.throwIfAborted();
      const took = await holdings.take(upload.path, by, options, { signal, onProgress });
      if (isStopped(took)) return { state: "stopped", problems: took.problems.map(problemData) };
      const { holding, already, warnings } = took;
      return {
        state: "taken",
        holding: holding.id,
        already,
        rows: { ...holding.rows },
        problems: warnings.map(problemData),
      };
    } catch (error) {
      if (signal.aborted) return { state: "cancelled" };
      console.error(`taking ${upload.name}:`, error);
      const message = "something went wrong on our side; the operator finds the cause in the log";
      return { state: "stopped", problems: [{ code: "holding/failed", severity: "error", message }] };
    } finally {
      // What stays goes with the others when the node stops.
      await drop(upload).catch(() => undefined);
    }
  }

  for (const { id, person, file } of notes.lost) {
    const state: Job = { id, file, state: "stopped", problems: [LOST] };
    jobs.set(id, { person, cancel: new AbortController(), ended: Promise.resolve(), state });
    forgetLater(id);
  }

  return {
    async begin(upload, by, options, done) {
      const id = randomUUID();
      // Without a note it goes on as well; only a node that dies meanwhile could not tell of it.
      await notes
        .write({ id, person: upload.person, file: upload.name })
        .catch((error: unknown) => console.error("noting a job:", error));
      const cancel = new AbortController();
      const state: Job = { id, file: upload.name, state: "running", problems: [] };
      const work = last.then(async () => {
        const ended = await run(upload, by, options, cancel.signal, (progress) => {
          job.state = { ...job.state, progress };
        });
        const { progress: _, ...before } = job.state;
        const after = { ...before, ...ended };
        // The file is there whether or not this is noted.
        if (after.state === "taken")
          await done(after).catch((error: unknown) => console.error("noting a file:", error));
        job.state = after;
        // Nobody can ask a node that stops: the next one tells of what it did not end.
        if (!closing || after.state !== "cancelled") await notes.remove(id).catch(() => undefined);
        forgetLater(id);
      });
      last = work;
      const job: HeldJob = { person: upload.person, cancel, ended: work, state };
      jobs.set(id, job);
      return state;
    },
    find: (id, person) => own(id, person)?.state,
    of: (person) => [...jobs.values()].filter((job) => job.person === person).map(({ state }) => state),
    async cancel(id, person) {
      const job = own(id, person);
      job?.cancel.abort();
      await job?.ended;
      return job?.state;
    },
    async close() {
      closing = true;
      for (const { cancel } of jobs.values()) cancel.abort();
      await last;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
