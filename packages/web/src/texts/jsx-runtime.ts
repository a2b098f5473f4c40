import * as runtime from "react/jsx-runtime";
import { type MakeElement, withLanguage } from "./element-language.ts";

export { Fragment } from "react/jsx-runtime";

const jsxOf = runtime.jsx as MakeElement;
const jsxsOf = runtime.jsxs as MakeElement;

/** React's own makers of elements, with the language of each text; the build puts them in the place of react/jsx-runtime. */
export const jsx: MakeElement = (type, props, ...more) => jsxOf(type, withLanguage(type, props, jsxOf), ...more);
export const jsxs: MakeElement = (type, props, ...more) => jsxsOf(type, withLanguage(type, props, jsxOf), ...more);
