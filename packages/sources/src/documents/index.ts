import type { DocumentLayout } from "../layout.ts";
import { capAlerts } from "./cap/layout.ts";
import { iatiActivities } from "./iati/layout.ts";
import { undpProjects } from "./undp/layout.ts";

export { type Codelist, type CodelistItem, readCodelist } from "./iati/codelist.ts";
export { COUNTED_ONCE, type CountedOnce, countedOnce, type LeftOut, STANDS_BELOW } from "./iati/counted-once.ts";
export { xmlEncoding } from "./xml/encoding.ts";
export { capAlerts, iatiActivities, undpProjects };

/** Layouts of documents, in the order in which they are tried. */
export const DOCUMENT_LAYOUTS: readonly DocumentLayout[] = [iatiActivities, capAlerts, undpProjects];
