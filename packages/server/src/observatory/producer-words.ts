import type { ResultInput } from "@kelisim/analysis";
import type { Producer } from "@kelisim/model";
import { caveatWords, datasetWords } from "@kelisim/words";

/** A producer in the reader's language: name and caveats; citation and licence stay as the producer wants them. */
export const producerIn = (producer: Producer, language: "en" | "ru"): Producer => ({
  ...producer,
  name: datasetWords(language, producer.dataset, producer.name),
  caveats: producer.caveats.map((caveat) => caveatWords(language, caveat)),
});

/** What a figure was made of, in the reader's language. */
export const inputsIn = (inputs: readonly ResultInput[], language: "en" | "ru"): readonly ResultInput[] =>
  inputs.map((input) => {
    if (input.producer === undefined) return input;
    const producer = producerIn(input.producer, language);
    return { ...input, name: producer.name, producer };
  });
