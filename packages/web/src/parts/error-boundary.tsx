import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** Shown when the children cannot be drawn. */
  readonly instead: ReactNode;
}

/** Keeps what cannot be drawn to itself: the rest of the page stays, and something else takes its place. */
export class ErrorBoundary extends Component<Props, { readonly stopped: boolean }> {
  override state = { stopped: false };

  static getDerivedStateFromError(): { readonly stopped: boolean } {
    return { stopped: true };
  }

  override render(): ReactNode {
    return this.state.stopped ? this.props.instead : this.props.children;
  }
}
