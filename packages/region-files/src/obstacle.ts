/**
 * Why a file or a region could not be read. A value and never an exception: whoever asked says it in words of its own.
 * Paths are those that a person wrote or would write.
 */
export type Obstacle = { readonly kind: "obstacle" } & (
  | { readonly what: "file missing" | "file is a folder" | "file unreadable"; readonly path: string }
  /** What the operating system called it: "EIO". */
  | { readonly what: "file not given by the system"; readonly path: string; readonly code: string }
  /** `bytes` where the size is known. */
  | { readonly what: "file too large"; readonly path: string; readonly bytes?: number; readonly most: number }
  /** `line` is 1-based, `offset` counts bytes from the start of the file. */
  | { readonly what: "file not UTF-8"; readonly path: string; readonly line: number; readonly offset: number }
  /** There are regions of these names. */
  | { readonly what: "no such region"; readonly name: string; readonly known: readonly string[] }
  | { readonly what: "region is a file" | "folder is no region"; readonly name: string }
);

export function isObstacle(answer: unknown): answer is Obstacle {
  return typeof answer === "object" && answer !== null && "kind" in answer && answer.kind === "obstacle";
}

/** Above this a file is no agreement or table; records are read as a stream instead. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** What the operating system said about a file. Anything unknown is our own bug and thrown on. */
export function obstacleOf(error: unknown, path: string): Obstacle {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "obstacle", what: "file missing", path };
  if (code === "EISDIR") return { kind: "obstacle", what: "file is a folder", path };
  if (code === "EACCES" || code === "EPERM") return { kind: "obstacle", what: "file unreadable", path };
  if (code === "ERR_FS_FILE_TOO_LARGE") return { kind: "obstacle", what: "file too large", path, most: MOST_BYTES };
  if (code === "ELOOP" || code === "ENAMETOOLONG" || code === "EIO" || code === "ENXIO" || code === "EINVAL")
    return { kind: "obstacle", what: "file not given by the system", path, code };
  throw error;
}
