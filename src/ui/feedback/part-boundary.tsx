import { Component, type ReactNode } from "react";
import { FetchFailed } from "./lazy-again.ts";

type Props = {
  readonly children: ReactNode;
  /** What stands in the place of a part that failed. */
  readonly instead: ReactNode;
  /** What it is a part of: shown anew where this is another one. */
  readonly of?: string;
};
type State = { readonly hasFailed: boolean; readonly of?: string | undefined };

/** A part of a page that fails takes nothing else with it: what was saved is in the store, drafts are on the device. */
export class PartBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { hasFailed: false, of };
  }

  /** Not before the failure is on the screen: React draws what failed a second time. */
  override componentDidCatch(error: unknown) {
    if (error instanceof FetchFailed) error.renew();
  }

  override render() {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}
