/** How high bars stand in `height`, the highest as high as there is room; whatever is not nothing is seen. */
export const barHeights = (values: readonly number[], height: number): readonly number[] => {
  const most = Math.max(1, ...values);
  return values.map((value) => (value <= 0 ? 0 : Math.max(2, Math.round((value / most) * height))));
};
