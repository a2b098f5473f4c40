declare module "virtual:catalogue/*" {
  export const messages: import("./catalogue.ts").Catalogue["messages"];
  export const draft: import("./catalogue.ts").Catalogue["draft"];
}
