import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each package may import of the others. The drawing in docs/architecture.md says the same. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  accord: ["model"],
  duties: ["model", "accord"],
  compare: ["model", "accord", "duties"],
  draft: ["model", "accord", "duties"],
  words: ["model", "accord", "duties", "compare"],
  "region-files": ["model", "accord", "duties"],
  api: ["model"],
  store: ["model"],
  sources: ["model"],
  analysis: ["model"],
  holdings: ["model", "sources", "analysis"],
  brief: ["model", "analysis"],
  server: [
    "model",
    "accord",
    "duties",
    "compare",
    "draft",
    "words",
    "region-files",
    "api",
    "store",
    "sources",
    "analysis",
    "holdings",
    "brief",
  ],
  web: ["model", "accord", "api"],
  cli: [
    "model",
    "accord",
    "duties",
    "compare",
    "draft",
    "words",
    "region-files",
    "sources",
    "analysis",
    "holdings",
    "brief",
    "server",
  ],
};

/** Packages that also run in a browser: no door to the machine. */
const PURE: readonly string[] = ["model", "accord", "duties", "compare", "draft", "words", "sources", "analysis"];

interface Manifest {
  /** Names of the package's own for what differs between Node and a browser. */
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string>>;
}

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));

const packages = globSync("packages/*/package.json", { cwd: root }).map((path) => path.split("/")[1]!);

/** Specifiers of all static and dynamic imports and re-exports of a file. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  const pattern = /(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}

const sourcesOf = (name: string) =>
  globSync("{src,bin}/**/*.{ts,mjs}", { cwd: join(root, "packages", name) }).map((path) =>
    join(root, "packages", name, path),
  );

describe("direction of imports", () => {
  it("covers every package", () => {
    assert.deepEqual([...packages].sort(), Object.keys(ALLOWED).sort());
  });

  for (const name of packages) {
    it(`${name} imports only what stands below it`, () => {
      const manifest = manifestOf(name);
      const declared = Object.keys(manifest.dependencies ?? {});
      const own = declared.filter((d) => d.startsWith("@kelisim/")).map((d) => d.slice("@kelisim/".length));
      for (const other of own) assert.ok(ALLOWED[name]?.includes(other), `${name} declares ${other}`);
      const files = sourcesOf(name);
      assert.ok(files.length > 3, `only ${files.length} files seen in ${name}`);
      for (const file of files) {
        for (const specifier of importsOf(file)) {
          const where = `${relative(root, file)} imports ${specifier}`;
          if (specifier.startsWith(".")) {
            const target = normalize(join(dirname(file), specifier));
            assert.ok(target.startsWith(join(root, "packages", name)), where);
          } else if (specifier.startsWith("#")) {
            assert.ok(manifest.imports?.[specifier], `${where}, which its package.json does not define`);
          } else if (specifier.startsWith("virtual:")) {
            // Made by the bundler of the package itself.
            assert.equal(name, "web", where);
          } else if (specifier.startsWith("node:")) {
            assert.ok(!PURE.includes(name), `${where}: this package runs in a browser too`);
          } else {
            const [scope = "", part = ""] = specifier.split("/");
            const dependency = scope.startsWith("@") ? `${scope}/${part}` : scope;
            assert.ok(declared.includes(dependency), `${where}, which its package.json does not declare`);
            if (scope === "@kelisim") {
              const door = specifier.slice(dependency.length);
              assert.ok(manifestOf(part).exports?.[`.${door}`], `${where}, which is no door`);
            }
          }
        }
      }
    });
  }
});

describe("dependencies", () => {
  it("each has its line in docs/dependencies.md", () => {
    const page = readFileSync(join(root, "docs/dependencies.md"), "utf8");
    const rootManifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const names = new Set<string>(Object.keys(rootManifest.devDependencies));
    for (const name of packages) {
      const manifest: Manifest & { devDependencies?: Record<string, string> } = manifestOf(name);
      for (const d of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) names.add(d);
    }
    for (const name of names) {
      if (!name.startsWith("@kelisim/")) assert.ok(page.includes(`\`${name}\``), `${name} has no line`);
    }
  });
});
