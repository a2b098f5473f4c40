/**
 * The printed page as a frame of this page shows it. A frame made of text stands under the policy of the page around it, which lets
 * only styles with its nonce through.
 */
export const framed = (html: string, nonce: string): string =>
  nonce === "" ? html : html.replaceAll("<style>", `<style nonce="${nonce.replaceAll(/[^\w+/=-]/g, "")}">`);

/** A new brief, ready to be written on. */
export const emptyBrief = (title: string, language: string): string =>
  `---\ntitle: ${title}\nlanguage: ${language}\ncitations: numeric\n---\n\n`;
