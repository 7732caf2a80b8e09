import { createElement, type FunctionComponent, lazy } from "react";

/** Thrown in the place of a screen that could not be fetched. The boundary that catches it calls `renew`: the next try fetches anew. */
export class FetchFailed extends Error {
  readonly renew: () => void;
  constructor(cause: unknown, renew: () => void) {
    super("A screen could not be fetched", { cause });
    this.renew = renew;
  }
}

/**
 * A screen that is fetched when it is first shown. React keeps the failure of a fetch for good; this one is fetched once more when the
 * boundary that caught the failure (`PartBoundary`) shows it again, for the network may be there by then.
 */
export const lazyAgain = <Props extends object>(
  fetch: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> => {
  const begin = () => {
    const begun = lazy(() =>
      fetch().then(
        (screen) => ({ default: screen }),
        (reason: unknown) => {
          throw new FetchFailed(reason, () => {
            if (screen === begun) screen = begin();
          });
        },
      ),
    );
    return begun;
  };
  let screen = begin();
  return (props) => createElement<Props>(screen, props);
};
