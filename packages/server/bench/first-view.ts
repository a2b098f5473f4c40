import { openBrowser } from "../test/browser/open-browser.ts";
import { startTestNode } from "../test/node-for-tests.ts";
import { type Figure, ms, quantile } from "./figure.ts";

const ROUNDS = 7;

/** A page opened in a real browser by somebody who is signed in: until the list stands, with an empty cache each time. */
export async function firstViewSection(): Promise<readonly Figure[]> {
  const node = await startTestNode({ embedded: true, regions: ["central-asia", "four-rivers"], ahead: true });
  const browser = await openBrowser();
  try {
    const times: number[] = [];
    let scripts = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.goto((await node.app.startLink())!);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const cdp = await context.newCDPSession(page);
      await cdp.send("Network.enable");
      await cdp.send("Network.clearBrowserCache");
      let bytes = 0;
      // What has come of an answer when its head is there is the head: headers are no JavaScript.
      const heads = new Map<string, number>();
      cdp.on("Network.responseReceived", ({ requestId, type, response }) => {
        if (type === "Script") heads.set(requestId, response.encodedDataLength);
      });
      cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
        const head = heads.get(requestId);
        if (head !== undefined) bytes += encodedDataLength - head;
      });
      const begun = performance.now();
      await page.goto(`${node.address}/today?as=UZB`, { waitUntil: "commit" });
      await page.locator("main").getByText("Annual exchange of military information").first().waitFor();
      times.push(performance.now() - begun);
      await page.waitForLoadState("networkidle");
      scripts = bytes;
      await context.close();
    }
    return [
      {
        what: "first view of Today on loopback, empty cache",
        figure: `${ms(quantile(times, 0.5))} (${ms(Math.min(...times))} to ${ms(Math.max(...times))})`,
        target: "1,500 ms",
      },
      { what: "compressed JavaScript of that view", figure: `${Math.round(scripts / 1024)} kB`, target: "280 kB" },
    ];
  } finally {
    await browser.close();
    await node.close();
  }
}
