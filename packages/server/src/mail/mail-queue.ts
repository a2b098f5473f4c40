import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import { PgBoss } from "pg-boss";

/** A message that waits to be sent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailQueue {
  /** Puts a message into the queue. The same `key` twice is one message, also after the node was ended in between. */
  put(key: string, mail: Mail): Promise<void>;
  stop(): Promise<void>;
}

const QUEUE = "mail";
const SCHEMA = "jobs";

/**
 * Messages in the database until the SMTP server has taken them: tried again for about a day, with growing pauses.
 * A message keeps its Message-ID over all tries, so that a server that took it twice can tell.
 */
export async function startMailQueue(options: {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly from: string;
  readonly host: string;
  readonly log?: (message: string) => void;
}): Promise<MailQueue> {
  const boss = new PgBoss({ connectionString: options.databaseUrl, schema: SCHEMA, max: 3, useListenNotify: true });
  boss.on("error", (error) => options.log?.(`mail queue: ${error.message}`));
  await boss.start();
  await boss.createQueue(QUEUE, {
    retryLimit: 12,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 3 * 3600,
    notify: true,
  });
  const transport = createTransport(options.smtpUrl);
  await boss.work<Mail & { readonly id: string }>(QUEUE, { pollingIntervalSeconds: 10 }, async (jobs) => {
    for (const { data } of jobs) {
      await transport.sendMail({
        from: options.from,
        to: data.to,
        subject: data.subject,
        text: data.text,
        messageId: `<${data.id}@${options.host}>`,
      });
    }
  });
  return {
    async put(key, mail) {
      const id = uuidOf(key);
      await boss.send(QUEUE, { ...mail, id }, { id });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
      transport.close();
    },
  };
}

/** A UUID (RFC 9562, version 8) from a text: the same text gives the same job. */
function uuidOf(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
