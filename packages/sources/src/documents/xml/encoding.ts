/**
 * The encoding that an XML declaration names, in small letters; undefined where it names none, which means UTF-8. For whoever
 * decodes the bytes of a file: the first bytes of a declaration read alike in all encodings but UTF-16.
 *
 * @example xmlEncoding('<?xml version="1.0" encoding="ISO-8859-1"?><alert/>') is "iso-8859-1"
 */
export function xmlEncoding(head: string): string | undefined {
  return /^\uFEFF?<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head)?.[1]?.toLowerCase();
}
