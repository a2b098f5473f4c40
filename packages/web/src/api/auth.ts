import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";
import { magicLinkClient } from "better-auth/client/plugins";

/** Signing in and out, at /api/auth/*. Loaded only where it is used: the sign-in page and the node's people. */
export const auth = createAuthClient({
  basePath: "/api/auth",
  plugins: [passkeyClient(), magicLinkClient()],
});
