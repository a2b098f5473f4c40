let known: boolean | undefined;

/** Whether this browser can draw the map; where it cannot, the plain one is shown. Asked once. */
export function hasWebGl(): boolean {
  known ??= (() => {
    try {
      const context = document.createElement("canvas").getContext("webgl2");
      // Browsers allow few contexts at once.
      context?.getExtension("WEBGL_lose_context")?.loseContext();
      return context !== null;
    } catch {
      return false;
    }
  })();
  return known;
}
