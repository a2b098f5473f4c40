import { LangiumParserErrorMessageProvider } from "langium";

/** What a syntax error carries: the tokens that could have stood there. */
export interface Expectation {
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
    return encode(
      options.expectedPathsPerAlt.flat().map((path) => path[0]?.name ?? ""),
      options.ruleName,
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

function encode(expected: readonly string[], rule: string): string {
  const unique = [...new Set(expected)].filter((name) => name !== "");
  return JSON.stringify({ expected: unique, rule: rule.replace(/\u200B$/, "") } satisfies Expectation);
}

/** Reads what `Expectations` wrote. */
export function readExpectation(message: string): Expectation {
  try {
    return JSON.parse(message) as Expectation;
  } catch {
    return { expected: [], rule: "" };
  }
}
