import { ancestorsOf, type Node, pathOf } from "./syntax.ts";

/**
 * Navigations that the page starts while the test waits for its answer. Whether the answer or the
 * next document comes first is a race ("Execution context was destroyed"): the test drives the
 * browser instead, by `goBack`, `reload` or `goto`. In a timer the page answers before it leaves.
 */
export const leavesWithinEvaluate = (nodes: readonly Node[]): readonly Node[] =>
  nodes.filter((node) => isNavigation(node) && isEvaluated(node));

const isNavigation = (node: Node): boolean => {
  if (node.type === "AssignmentExpression") return /(^|\.)location(\.href)?$/.test(pathOf(node.left as Node));
  if (node.type !== "CallExpression") return false;
  const callee = node.callee as Node;
  if (callee.computed === true) return /(^|\.)history$/.test(pathOf(callee.object as Node));
  return /(^|\.)(location\.(assign|replace|reload)|history\.(back|forward|go))$/.test(pathOf(callee));
};

const isEvaluated = (node: Node): boolean => {
  const calls = ancestorsOf(node)
    .filter(({ type }) => type === "CallExpression")
    .map(({ callee }) => pathOf(callee as Node));
  const evaluated = calls.findIndex((called) => /(^|\.)evaluate$/.test(called));
  return evaluated >= 0 && !calls.slice(0, evaluated).some((called) => /(^|\.)setTimeout$/.test(called));
};
