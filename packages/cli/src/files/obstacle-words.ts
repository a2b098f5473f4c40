import { isObstacle, type Obstacle } from "@kelisim/region-files";
import { nearest } from "../arguments/nearest.ts";
import { type Answer, type Refusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** What stands in the way of reading a file or a region, in words, with what to do about it. */
export function refusalOf(obstacle: Obstacle): Refusal {
  switch (obstacle.what) {
    case "file missing":
      return refuse(texts.fileMissing(obstacle.path));
    case "file is a folder":
      return refuse(texts.fileIsFolder(obstacle.path), texts.giveAFile);
    case "file unreadable":
      return refuse(texts.fileUnreadable(obstacle.path), texts.checkRights);
    case "file not given by the system":
      return refuse(texts.fileFailed(obstacle.path, obstacle.code));
    case "file too large":
      return refuse(texts.fileTooLarge(obstacle.path, obstacle.bytes, obstacle.most));
    case "file not UTF-8":
      return refuse(texts.notUtf8(obstacle.path, obstacle.line, obstacle.offset), texts.saveAsUtf8);
    case "region is a file":
      return refuse(texts.regionIsFile(obstacle.name), texts.regionPath);
    case "folder is no region":
      return refuse(texts.notARegion(obstacle.name), texts.regionPath);
    case "no such region": {
      const close = nearest(obstacle.name, obstacle.known);
      return refuse(
        texts.unknownRegion(obstacle.name),
        ...(close.length > 0 ? [texts.didYouMean(close)] : []),
        texts.regionsAre(obstacle.known),
        texts.regionPath,
      );
    }
  }
}

/** The answer itself, or in words what stands in its way. */
export function answerOf<T>(answer: T | Obstacle): Answer<T> {
  return isObstacle(answer) ? refusalOf(answer) : answer;
}
