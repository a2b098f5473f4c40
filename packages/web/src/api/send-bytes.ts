import { answersIn } from "../texts/answers.ts";
import { connection } from "./connection.ts";
import { ApiProblem, NoConnection } from "./problem.ts";

export interface SendBytes {
  /** Address with its query, as `apiPath` makes it. */
  readonly address: string;
  /** Media type of the bytes. */
  readonly type: string;
  readonly file: File;
  /** Told as bytes go, from 0 to 1. */
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file as it is and gives what the node answers; throws as `send` does. */
export function sendBytes<T>({ address, type, file, onSent, signal }: SendBytes): Promise<T> {
  // fetch() tells nothing of what has been sent.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", type);
    request.setRequestHeader("accept-language", answersIn());
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      connection.reached();
      const body = request.response as (T & { title?: string }) | null;
      if (request.status >= 200 && request.status < 300 && body !== null) resolve(body);
      else
        reject(
          new ApiProblem({
            type: "about:blank",
            ...(body as object | null),
            title: body?.title ?? request.statusText,
            status: request.status,
          }),
        );
    };
    request.onerror = () => {
      connection.lost();
      reject(new NoConnection(address));
    };
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
