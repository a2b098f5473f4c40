const MOST_LETTERS = 120;

/**
 * Content-Disposition of a file that is handed out (RFC 6266, appendix D): a name that every header can carry, and behind it the name
 * with the letters of its language (RFC 8187). `title` is any text; what stands in no file name becomes a hyphen.
 */
export function attachment(title: string, format: string): string {
  const name = title
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .slice(0, MOST_LETTERS)
    .toWellFormed();
  const plain = name.normalize("NFKD").replaceAll(/[^\w.-]+/g, "") || "file";
  return `attachment; filename="${plain}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}.${format}`;
}
