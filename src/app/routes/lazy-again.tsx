import { createElement, type FunctionComponent, lazy } from "react";

/** Milliseconds after a failed fetch: by then what stands in the place of the screen is there, and whoever comes back to it asks anew. */
const pause = 1_000;

/**
 * A screen that is fetched when it is first shown. React keeps the failure of a fetch for good; here whoever comes back to the screen has it
 * fetched once more, for the network may be there again.
 */
export const lazyAgain = <Props extends object>(
  fetch: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> => {
  const begin = () =>
    lazy(() =>
      fetch().then(
        (screen) => ({ default: screen }),
        (reason: unknown) => {
          setTimeout(() => {
            screen = begin();
          }, pause);
          throw reason;
        },
      ),
    );
  let screen = begin();
  return (props) => createElement<Props>(screen, props);
};
