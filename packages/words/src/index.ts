export { type Arranged, arrange, type Choice, type Group, type Section } from "./board/arrange.ts";
export { instantText, LINE_COLUMNS, type LineData, lineColumns, lineData } from "./board/line-data.ts";
export { notesOf } from "./board/notes.ts";
export { mutual, type PairlessLine, type Row, rowOf, rowsOf } from "./board/row.ts";
export {
  actorsWords,
  actWords,
  mainChannel,
  type RowKind,
  type RowWords,
  rowWords,
  type ShownState,
  stateCounted,
  stateShown,
} from "./board/row-words.ts";
export { camelWords } from "./camel-words.ts";
export { ClauseIndex, citation, type PlacedClause } from "./clause-index.ts";
export { betweenData } from "./compare/between-data.ts";
export { organisationWords, owedWords } from "./compare/between-words.ts";
export { forbiddenWords, windowWords } from "./compare/clash-words.ts";
export { clashesData } from "./compare/clashes-data.ts";
export { causeWords, clauseTitle, exactness, exampleWords } from "./compare/compare-words.ts";
export { type Compared, factData, questionData, standingData } from "./compare/data.ts";
export { gapsData } from "./compare/gaps-data.ts";
export {
  channelWords,
  type DeadlineCaseWords,
  deadlineCases,
  rangeWords,
  strictestWords,
  thresholdWords,
  whoWords,
} from "./compare/overlap-words.ts";
export { type OverlapsFound, overlapsData } from "./compare/overlaps-data.ts";
export { decidingFact, standingsWords, standingWords } from "./compare/standing-words.ts";
export { conditionWords, grouped, nameOfTerm, plainScalar } from "./condition.ts";
export { confidenceWord, unsure } from "./confidence.ts";
export { caveatWords, datasetWords, mappingWords } from "./dataset-words.ts";
export { baseWords, deadlinesWords, deadlineUnverified, deadlineWords, durationWords } from "./deadline.ts";
export type { ArithmeticStep } from "./explain/arithmetic.ts";
export { explanationWords, type WordedExplanation } from "./explain/explanation.ts";
export { explanationFacts, limitWords, recordWords } from "./explain/explanation-facts.ts";
export type { ExplainedFact, FactSource, FactTopic } from "./explain/fact.ts";
export {
  explanationSentences,
  FACTS_BEHIND,
  plainSentence,
  type SentencePart,
  type SentenceSubject,
} from "./explain/sentence.ts";
export { disputesOf, statusFactWords } from "./explain/status-facts.ts";
export { exclusionWords, methodWords, purposeSetWords } from "./figure-words.ts";
export { type CalendarHead, calendar } from "./files/calendar.ts";
export { csv, withoutFormula } from "./files/csv.ts";
export { limitUnverified } from "./limit-unverified.ts";
export { Names, type Titles } from "./names.ts";
export { type ProblemNames, problemWords } from "./problems/problem-words.ts";
export { roleWords, triggerWords } from "./role.ts";
export { clauseWords, type RuleFact, ruleFacts, sourceOfClause } from "./rule.ts";
export type { Setting } from "./setting.ts";
export { english as englishTexts } from "./texts/english.ts";
export { LANGUAGES, type Language, type Texts, textsOf } from "./texts/index.ts";
export {
  type Clock,
  clockOf,
  datedWords,
  dayMonthWords,
  dayWords,
  isoDay,
  momentWords,
  periodWords,
  shortDayWords,
} from "./time.ts";
export { totalWords } from "./total.ts";
export { translatedProgram } from "./translated.ts";
export { valueWords } from "./value.ts";
export { type ArisingWords, arisingWords } from "./what-if/arising.ts";
export { type Earliest, earliest } from "./what-if/earliest.ts";
export { type Field, fieldsOf } from "./what-if/fields.ts";
export { hypotheticalRecord, lastDateOf, type PlanInput, visible } from "./what-if/hypothetical.ts";
export { placeWords } from "./what-if/place-words.ts";
export { type PlacedPlace, placesOf } from "./what-if/places.ts";
export { hasDates, momentOf, type PlannedMoment, shifted } from "./what-if/planned-dates.ts";
export { arisingRows, rowKey } from "./what-if/rows.ts";
export { isNotice, type Together, togetherRows } from "./what-if/together.ts";
export { recipientsWords, type TogetherWords, togetherWords } from "./what-if/together-words.ts";
export { createWords, type Words } from "./words.ts";
