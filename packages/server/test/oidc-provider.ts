import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { createServer } from "node:http";

/** How a token is made wrong on purpose. */
export interface Fault {
  readonly key?: "other";
  readonly alg?: "none";
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface OidcProvider {
  readonly issuer: string;
  /** Who signs in next, and what is wrong with their token. */
  next(person: { readonly sub: string; readonly email: string; readonly verified?: boolean }, fault?: Fault): void;
  close(): Promise<void>;
}

const CLIENT = "kelisim-test";
const SECRET = "not a secret, only a test";

/** A small OpenID provider (OpenID Connect Core 1.0, code flow with PKCE) that signs in whoever was announced. */
export async function startOidcProvider(port = 0): Promise<OidcProvider> {
  const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string | null; challenge: string | null; redirect: string | null }>();
  let person = { sub: "", email: "", verified: true };
  let fault: Fault = {};
  let issuer = "";

  const server = createServer((request, response) => {
    const url = new URL(request.url!, issuer);
    const json = (value: unknown, status = 200) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    if (url.pathname === "/.well-known/openid-configuration")
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (url.pathname === "/keys")
      return json({ keys: [{ ...ours.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorize") {
      const code = randomBytes(8).toString("hex");
      const asked = url.searchParams;
      codes.set(code, {
        nonce: asked.get("nonce"),
        challenge: asked.get("code_challenge"),
        redirect: asked.get("redirect_uri"),
      });
      const back = new URL(asked.get("redirect_uri")!);
      back.searchParams.set("code", code);
      back.searchParams.set("state", asked.get("state")!);
      response.writeHead(302, { location: back.href });
      return response.end();
    }
    if (url.pathname !== "/token") return json({ error: "not_found" }, 404);
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const form = new URLSearchParams(body);
      const code = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      const basic = Buffer.from(request.headers.authorization?.split(" ")[1] ?? "", "base64").toString();
      const known = basic === `${CLIENT}:${SECRET}` || form.get("client_secret") === SECRET;
      const challenge = createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url");
      if (!known || code === undefined || code.challenge !== challenge || code.redirect !== form.get("redirect_uri"))
        return json({ error: "invalid_grant" }, 400);
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: issuer,
        aud: CLIENT,
        sub: person.sub,
        email: person.email,
        email_verified: person.verified,
        name: "Name at the provider",
        nonce: code.nonce,
        iat: now,
        exp: now + 300,
        ...fault.claims,
      };
      json({
        access_token: randomBytes(8).toString("hex"),
        token_type: "Bearer",
        expires_in: 300,
        id_token: tokenOf(claims, fault.key === "other" ? other.privateKey : ours.privateKey, fault.alg),
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  issuer = `http://localhost:${(server.address() as { port: number }).port}`;
  return {
    issuer,
    next(who, how = {}) {
      person = { verified: true, ...who };
      fault = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const oidcClient = { clientId: CLIENT, clientSecret: SECRET, name: "Ministry" };

/** RFC 7515, compact. */
function tokenOf(claims: object, key: KeyObject, alg?: "none"): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: alg ?? "RS256", kid: "1", typ: "JWT" })}.${part(claims)}`;
  return alg === "none" ? `${text}.` : `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}
