import type { Store } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import type { Viewer } from "../context.ts";
import { away, forbidden } from "../http/problem.ts";
import type { Login, SignedIn } from "./login.ts";

/** Header or cookie that says as which body a person speaks: "KAZ/customs". */
export const BODY_HEADER = "kelisim-body";

/** How long, in milliseconds, an answer of the login is taken as it was; what ends or changes here forgets it at once. */
const KEPT = 10_000;
const MOST = 10_000;

export interface Who {
  /** Who a request comes from and as which bodies they may speak, the chosen one first. Nobody: no `signedIn`. */
  of(request: FastifyRequest): Promise<{ readonly signedIn?: SignedIn; readonly viewers: readonly Viewer[] }>;
  /** After a change of somebody's memberships. */
  forget(person: string): void;
}

interface Known {
  readonly signedIn: SignedIn;
  readonly viewers: readonly Viewer[];
  readonly until: number;
}

/** `now` in milliseconds. */
export function createWho(login: () => Promise<Login>, store: Store, now: () => number): Who {
  const known = new Map<string, Known>();
  let watched: Promise<Login> | undefined;
  // The login is made when it is first needed; ended sessions are forgotten from then on.
  const open = () => {
    watched ??= login().then((made) => {
      made.onSessionEnded(({ session }) => {
        for (const [key, each] of known) if (each.signedIn.session === session) known.delete(key);
      });
      return made;
    });
    watched.catch(() => {
      watched = undefined;
    });
    return watched;
  };

  async function find(headers: Headers, key: string): Promise<Known | undefined> {
    const before = known.get(key);
    if (before !== undefined && before.until > now()) return before;
    known.delete(key);
    // It fails only where its database does; whether somebody is signed in is then not known.
    const signedIn = await open()
      .then((made) => made.signedIn(headers))
      .catch(() => Promise.reject(away()));
    if (signedIn === undefined) return undefined;
    const { id, name } = signedIn.person;
    const members = await store.system.bodies.members({ person: id });
    const viewers = members.map(({ region, party, body, roles }) => ({
      person: id,
      name,
      region,
      party,
      body,
      roles: new Set(roles),
    }));
    const found = { signedIn, viewers, until: Math.min(now() + KEPT, signedIn.until) };
    if (known.size >= MOST) known.delete(known.keys().next().value!);
    known.set(key, found);
    return found;
  }

  return {
    async of(request) {
      const { cookie } = request.headers;
      if (cookie === undefined) return { viewers: [] };
      const jar = cookiesOf(cookie);
      const session = jar.get((await open().catch(() => Promise.reject(away()))).sessionCookie);
      if (session === undefined) return { viewers: [] };
      const found = await find(new Headers({ cookie }), session);
      if (found === undefined) return { viewers: [] };
      const header = request.headers[BODY_HEADER]?.toString();
      const chosen = header ?? jar.get(BODY_HEADER);
      if (chosen === undefined) return found;
      const first = found.viewers.filter((viewer) => `${viewer.party}/${viewer.body}` === chosen);
      if (first.length === 0) {
        // A cookie may be older than a change of memberships; a header was written for this request.
        if (header !== undefined) throw forbidden(`You are no member of "${header.slice(0, 80)}".`);
        return found;
      }
      return { ...found, viewers: [...first, ...found.viewers.filter((viewer) => !first.includes(viewer))] };
    },
    forget(person) {
      for (const [key, each] of known) if (each.signedIn.person.id === person) known.delete(key);
    },
  };
}

/** RFC 6265, section 4.2.1. Values stay as they are, but for percent signs. */
function cookiesOf(header: string): ReadonlyMap<string, string> {
  const jar = new Map<string, string>();
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at < 0) continue;
    const value = pair.slice(at + 1).trim();
    try {
      jar.set(pair.slice(0, at).trim(), decodeURIComponent(value));
    } catch {
      jar.set(pair.slice(0, at).trim(), value);
    }
  }
  return jar;
}
