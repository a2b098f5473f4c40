/** Paths of better-auth that this node answers. The rest (passwords, tokens of sessions, deletion) is not there. */
export const LOGIN_PATHS: readonly (readonly ["GET" | "POST", string])[] = [
  ["POST", "/sign-out"],
  ["POST", "/sign-in/magic-link"],
  ["GET", "/magic-link/verify"],
  ["POST", "/sign-in/social"],
  ["GET", "/callback/oidc"],
  ["GET", "/passkey/generate-register-options"],
  ["POST", "/passkey/verify-registration"],
  ["GET", "/passkey/generate-authenticate-options"],
  ["POST", "/passkey/verify-authentication"],
  ["GET", "/passkey/list-user-passkeys"],
  ["POST", "/passkey/update-passkey"],
  ["POST", "/passkey/delete-passkey"],
];
