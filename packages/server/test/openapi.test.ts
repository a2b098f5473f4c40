import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode();
});
after(() => node?.close());

interface Operation {
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses?: Readonly<Record<string, unknown>>;
}

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 and valid", async () => {
    const { body } = await node.get("/openapi.json");
    assert.match(body.openapi, /^3\.1\./);
    const { valid, errors } = await new Validator().validate(body);
    assert.ok(valid, JSON.stringify(errors)?.slice(0, 2000));
  });

  it("has every route under /api/v1, with its parameters and answers", async () => {
    const { body } = await node.get("/openapi.json");
    const paths: Record<string, Record<string, Operation>> = body.paths;
    const documented = new Set(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    const served = routesOf(node.app.printRoutes({ commonPrefix: false, includeHooks: false }));
    assert.ok(served.length > 40, `${served.length} routes seen`);
    for (const route of served) assert.ok(documented.has(route), `${route} is served and not documented`);
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!);
      for (const [method, operation] of Object.entries(methods)) {
        const where = `${method.toUpperCase()} ${path}`;
        const given = (operation.parameters ?? []).filter((each) => each.in === "path").map((each) => each.name);
        assert.deepEqual([...given].sort(), [...named].sort(), where);
        assert.ok((operation.tags ?? []).length > 0, `${where} has no tag`);
        assert.ok(Object.keys(operation.responses ?? {}).length > 0, `${where} says nothing of its answer`);
      }
    }
  });
});

/** Fastify's tree of routes as "METHOD /path/{name}"; the document itself, HEAD and what is hidden on purpose are left out. */
function routesOf(tree: string): readonly string[] {
  const routes: string[] = [];
  const stack: string[] = [];
  for (const line of tree.split("\n")) {
    const [, indent, part, methods] = /^((?:│ {3}| {4})*)(?:├── |└── )(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (indent === undefined || part === undefined) continue;
    const depth = indent.length / 4;
    stack.length = depth;
    stack[depth] = part;
    if (methods === undefined) continue;
    const path = stack.join("").replaceAll(/:([A-Za-z]+)(\([^)]*\))?/g, "{$1}");
    if (!path.startsWith("/api/v1/") || path.endsWith("openapi.json")) continue;
    for (const method of methods.split(", "))
      if (method !== "HEAD" && method !== "OPTIONS") routes.push(`${method} ${path}`);
  }
  return routes;
}
