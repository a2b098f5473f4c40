import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import type { Started } from "./node.ts";
import type { Query, ScreenQuestion } from "./questions.ts";

const NODE = fileURLToPath(new URL("node.ts", import.meta.url));

/** What one answer took, in milliseconds: by the clock, and of the processor, all threads of the node together. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
  readonly bytes: number;
}

export interface AskedNode {
  /** Milliseconds from listening until what a start works out ahead was done. */
  readonly ahead: number;
  ask(question: Pick<ScreenQuestion, "path">, query: Query, body: object | undefined): Promise<Took>;
  stop(): Promise<void>;
}

/** Starts a node over a data folder and waits until it has worked ahead. */
export async function startAskedNode(dataFolder: string): Promise<AskedNode> {
  const child = fork(NODE, [dataFolder], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const { address, cookie, ahead } = await said<Started>(child);
  const agent = new Agent({ keepAlive: true });
  let stopping: Promise<void> | undefined;
  const processor = async () => {
    child.send("processor");
    return (await said<{ processor: number }>(child)).processor;
  };
  return {
    ahead,
    async ask({ path }, query, body) {
      const given = Object.entries(query).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, `${value}`] as [string, string]],
      );
      const url = `${address}/api/v1/regions/central-asia${path}?${new URLSearchParams(given)}`;
      const before = await processor();
      const begun = performance.now();
      const bytes = await answered(url, { agent, address, cookie, body });
      const clock = performance.now() - begun;
      return { clock, processor: (await processor()) - before, bytes };
    },
    stop() {
      stopping ??= ended(child, agent);
      return stopping;
    },
  };
}

async function ended(child: ChildProcess, agent: Agent): Promise<void> {
  agent.destroy();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  if (child.connected) child.disconnect();
  await gone;
}

async function said<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const gone = () => ended.abort(new Error("the node ended"));
  child.once("exit", gone);
  try {
    const [message] = await once(child, "message", { signal: ended.signal });
    return message as T;
  } finally {
    child.off("exit", gone);
  }
}

interface Given {
  readonly agent: Agent;
  readonly address: string;
  readonly cookie: string;
  readonly body: object | undefined;
}

/** Asks as a page does and gives the bytes of the answer as it came. Throws for what is no answer. */
function answered(url: string, { agent, address, cookie, body }: Given): Promise<number> {
  const headers = {
    cookie,
    "accept-encoding": "gzip",
    ...(body ? { "content-type": "application/json", origin: address } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers, method: body ? "POST" : "GET" }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("end", () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    asked.once("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
