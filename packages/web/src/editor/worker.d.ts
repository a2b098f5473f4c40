declare module "@kelisim/accord/lsp/worker?worker" {
  const LanguageWorker: new (options?: WorkerOptions) => Worker;
  export default LanguageWorker;
}
