/**
 * The number used once that the node wrote into this page: style elements carry it, as the policy of the page allows
 * no others (Content Security Policy Level 3, 2.3.1). Empty where the page was not served by the node.
 */
export function nonce(): string {
  const written = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
  return written === "__NONCE__" ? "" : written;
}
