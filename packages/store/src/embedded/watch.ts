const LOOK_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Looks twice a second whether the server still runs, and starts it again where it does not (it was killed, or
 * stopped itself because the disk was full). After each attempt in vain the pause doubles. Gives a function that ends
 * the watch and waits for an attempt that is under way.
 */
export function watchServer(
  runs: () => boolean,
  start: () => Promise<void>,
  log: (message: string) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> = Promise.resolve();
  let ended = false;

  function look(pause: number): void {
    timer = setTimeout(() => {
      if (runs()) return look(LOOK_MS);
      log("PostgreSQL has stopped; starting it again");
      attempt = start().then(
        () => {
          log("PostgreSQL runs again");
          if (!ended) look(LOOK_MS);
        },
        (error: Error) => {
          log(error.message);
          if (!ended) look(Math.min(LONGEST_PAUSE_MS, pause * 2));
        },
      );
    }, pause);
    timer.unref();
  }

  look(LOOK_MS);
  return async () => {
    ended = true;
    clearTimeout(timer);
    await attempt;
  };
}
