import { createElement, type FunctionComponent, lazy, useState } from "react";

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
          latest = begin();
          throw reason;
        },
      ),
    );
  let latest = begin();
  return (props) => {
    const [Screen] = useState(() => latest);
    return createElement<Props>(Screen, props);
  };
};
