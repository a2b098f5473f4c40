import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorPanel } from "../parts/error-panel.tsx";

/** A screen that could not be drawn; the shell around it stays. */
export function ScreenProblem({ error, reset }: ErrorComponentProps) {
  return <ErrorPanel error={error} onRetry={reset} />;
}
