/** The form that the standard demands (1.2, section 3.3.2): an offset always, "-00:00" for UTC, never "Z". */
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?:\.\d+)?[-+](?:0\d|1[0-4]):[0-5]\d$/;

/** Whether a text is a date and time as the standard demands. */
export function isCapTime(text: string): boolean {
  const [, year, month, day] = DATE_TIME.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** The day of such a time, where it is written: in the sender's own offset. */
export const dayOfCapTime = (text: string): string => text.slice(0, 10);
