/** Under which name better-auth knows the organisation's provider. */
export const OIDC = "oidc";

/** Whether a request begins signing in by the provider, or comes back from it. */
export const isByProvider = ({ url }: Request): boolean =>
  ["/api/auth/sign-in/social", `/api/auth/callback/${OIDC}`].includes(new URL(url).pathname);

/** Where a provider says how it is reached (OpenID Connect Discovery 1.0, section 4). */
export const discoveryUrl = (issuer: string): string => `${withoutSlash(issuer)}/.well-known/openid-configuration`;

const withoutSlash = (issuer: string): string => issuer.replace(/\/$/, "");

/** A provider that has not answered in this time counts as away. */
const ANSWER_MS = 5_000;
/** Then it is asked again, each time after twice as long. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;
/** Somebody who wants to sign in asks it at once, but not more often than this. */
const PAUSE_MS = 1_000;

/** Signing in by the provider, which may be away when the node starts. */
export interface OidcDoor {
  /** Whether one can sign in by the provider; asks it now where it has not answered yet. */
  knock(): Promise<boolean>;
  close(): void;
}

/**
 * Asks the provider how it is reached until it answers, with waits that grow. `open` is called once it does, and says
 * whether that made signing in possible. The operator is told when it is away, why, and when it is back.
 */
export function createOidcDoor(
  { issuer, name }: { readonly issuer: string; readonly name: string },
  open: () => Promise<boolean>,
  log: (line: string) => void = () => undefined,
): OidcDoor {
  let isOpen = false;
  let closed = false;
  let wait = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<boolean> | undefined;
  let asked = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<boolean> {
    clearTimeout(timer);
    const problem = (await whyNot(issuer)) ?? (await open().then(unusable, (error: Error) => error.message));
    if (problem === undefined) {
      isOpen = true;
      if (wait > FIRST_WAIT_MS) log(`login: ${name} answers; people can sign in by it`);
      return true;
    }
    if (closed) return false;
    log(`login: nobody can sign in by ${name}: ${problem}. It is asked again in ${wait / 1000} s`);
    timer = setTimeout(() => void knock(), wait);
    timer.unref();
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    return false;
  }

  async function knock(): Promise<boolean> {
    if (isOpen || closed) return isOpen;
    if (asking === undefined && Date.now() - asked < PAUSE_MS) return false;
    asking ??= ask().finally(() => {
      asking = undefined;
      asked = Date.now();
    });
    return asking;
  }

  return {
    knock,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

const unusable = (opened: boolean) => (opened ? undefined : "its configuration cannot be used");

/** Why a provider cannot be used now, for the operator; undefined: it can. */
async function whyNot(issuer: string): Promise<string | undefined> {
  const url = discoveryUrl(issuer);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    if (!response.ok) return `${url} answers ${response.status}`;
    const said = (await response.json()) as { readonly issuer?: unknown } | null;
    // Section 4.3: the issuer must be the one that was asked, or somebody else could speak for it.
    if (typeof said?.issuer === "string" && withoutSlash(said.issuer) === withoutSlash(issuer)) return undefined;
    return `${url} is the configuration of another issuer, ${JSON.stringify(said?.issuer)?.slice(0, 200)}`;
  } catch (error) {
    const { message, cause } = error as Error;
    return `${url} does not answer (${cause instanceof Error && cause.message !== "" ? cause.message : message})`;
  }
}

/** What a person is told meanwhile. */
export function providerAway(name: string): Response {
  const message = `${name} does not answer now. Try again in a moment, or sign in another way`;
  return Response.json({ code: "PROVIDER_AWAY", message }, { status: 503, headers: { "retry-after": "5" } });
}
