import { english } from "./english.ts";

/** Every sentence the command prints. Another language is another object of this shape. */
export type Texts = typeof english;

export const texts: Texts = english;
