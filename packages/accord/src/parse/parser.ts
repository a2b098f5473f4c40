import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumParser,
  type Lexer,
} from "langium";
import { AccordGeneratedModule, AccordGeneratedSharedModule } from "../generated/module.ts";
import { Expectations } from "./errors.ts";
import { AccordTokenBuilder } from "./tokens.ts";

interface Services {
  readonly parser: LangiumParser;
  readonly lexer: Lexer;
}

let services: Services | undefined;

/**
 * The lexer and parser of the agreement language, made when first asked for: a program that only reads compiled
 * programs never pays for the grammar. Nothing else of Langium runs here (no documents, no linking, no language
 * server), which is what keeps `kelisim check` fast.
 */
export function languageServices(): Services {
  if (!services) {
    const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), AccordGeneratedSharedModule);
    const core = inject(createDefaultCoreModule({ shared }), AccordGeneratedModule, {
      parser: {
        // An item with a syntax error is left out as a whole: recovering inside it would be work for nothing.
        ParserConfig: () => ({ recoveryEnabled: false, skipValidations: true }),
        TokenBuilder: () => new AccordTokenBuilder(),
        ParserErrorMessageProvider: () => new Expectations(),
      },
    });
    shared.ServiceRegistry.register(core);
    services = { parser: core.parser.LangiumParser, lexer: core.parser.Lexer };
  }
  return services;
}
