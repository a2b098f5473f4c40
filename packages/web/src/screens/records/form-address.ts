/** What of the address opens the form; leaving it takes all of them away. */
export const FORM_ADDRESS = {
  enter: undefined,
  edit: undefined,
  correct: undefined,
  withdraw: undefined,
  draft: undefined,
  file: undefined,
} as const;
