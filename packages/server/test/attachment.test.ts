import assert from "node:assert/strict";
import { validateHeaderValue } from "node:http";
import { test } from "node:test";
import { attachment } from "../src/http/attachment.ts";

test("a file is handed out under a name that headers can carry, whatever letters its title has", () => {
  assert.equal(
    attachment("flows (декабрь 2025)", "csv"),
    `attachment; filename="flows--2025-.csv"; filename*=UTF-8''flows-${encodeURIComponent("декабрь")}-2025-.csv`,
  );
  assert.match(attachment("Средства", "pdf"), /filename="file\.pdf"/);
  // The letters end within a pair of code units.
  validateHeaderValue("content-disposition", attachment(`${"x".repeat(119)}\u{20000}`, "html"));
});
