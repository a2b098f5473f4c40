import { LangiumParserErrorMessageProvider } from "langium";

/** What a syntax error carries: the tokens that could have stood there. */
export interface Expectation {
  /** How many tokens from the reported one on still fit; the one after them does not. */
  readonly fitting: number;
  readonly expected: readonly string[];
  readonly rule: string;
}

type Provider = LangiumParserErrorMessageProvider;
type Options<M extends "buildMismatchTokenMessage" | "buildNoViableAltMessage" | "buildEarlyExitMessage"> = Parameters<
  Provider[M]
>[0];

/**
 * Gives expectations as data in place of the parser's sentences, which list every keyword that may be a name;
 * `syntaxProblems` makes a sentence of them.
 */
export class Expectations extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage(options: Options<"buildMismatchTokenMessage">): string {
    return encode([options.expected.name], options.ruleName);
  }

  override buildNoViableAltMessage(options: Options<"buildNoViableAltMessage">): string {
    const actual = options.actual.map((token) => token.tokenType.name);
    let paths = options.expectedPathsPerAlt.flat().map((path) => path.map((type) => type.name));
    let fitting = 0;
    for (;;) {
      const further = paths.filter((path) => path[fitting] === actual[fitting] && path.length > fitting + 1);
      if (further.length === 0) break;
      paths = further;
      fitting++;
    }
    return encode(
      paths.map((path) => path[fitting] ?? ""),
      options.ruleName,
      fitting,
    );
  }

  override buildEarlyExitMessage(options: Options<"buildEarlyExitMessage">): string {
    return encode(
      options.expectedIterationPaths.map((path) => path[0]?.name ?? ""),
      options.ruleName,
    );
  }

  override buildNotAllInputParsedMessage(): string {
    return encode([], "");
  }
}

function encode(expected: readonly string[], rule: string, fitting = 0): string {
  const unique = [...new Set(expected)].filter((name) => name !== "");
  return JSON.stringify({ fitting, expected: unique, rule: rule.replace(/\u200B$/, "") } satisfies Expectation);
}

/** Reads what `Expectations` wrote. */
export function readExpectation(message: string): Expectation {
  try {
    return JSON.parse(message) as Expectation;
  } catch {
    return { fitting: 0, expected: [], rule: "" };
  }
}
