declare module "virtual:catalogue/en" {
  export const messages: import("@lingui/core").Messages;
}
declare module "virtual:catalogue/ru" {
  export const messages: import("@lingui/core").Messages;
}
