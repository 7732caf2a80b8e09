import { Component, type ReactNode } from "react";
import { FailedPage } from "./failed-page.tsx";

/** A bug in a screen: what was saved is in the store, drafts are on the device; the page can be loaded anew. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <FailedPage /> : this.props.children;
  }
}
