import { ancestorsOf, argumentsOf, isFunction, type Node, pathOf, within } from "./syntax.ts";

/** Waits for time to pass, outside a loop that looks again whether something has come true. */
export const sleepsIn = (nodes: readonly Node[]): readonly Node[] => {
  const timers = promisedTimersIn(nodes);
  const isFake = nodes.some(
    (node) => pathOf(node.callee as Node) === "vi.useFakeTimers" && argumentsOf(node).length === 0,
  );
  const isSleep = (node: Node): boolean => {
    if (node.type !== "CallExpression") return false;
    const called = pathOf(node.callee as Node);
    if (called.endsWith(".waitForTimeout")) return true;
    if (timers.has(called)) return passes(argumentsOf(node)[0]);
    return (
      /^((window|globalThis)\.)?setTimeout$/.test(called) && !isFake && isPromised(node) && passes(argumentsOf(node)[1])
    );
  };
  return nodes.filter((node) => isSleep(node) && !ancestorsWithin(node).some(looksAgain));
};

/** Longer is no wait for something to happen, but the end of patience. */
const hanging = 30_000;

const passes = (delay: Node | undefined): boolean =>
  delay !== undefined && !(delay.type === "Literal" && (delay.value === 0 || Number(delay.value) >= hanging));

/** What `setTimeout` of `timers/promises` is called here. */
const promisedTimersIn = (nodes: readonly Node[]): ReadonlySet<string> =>
  new Set(
    nodes
      .filter(
        ({ type, source }) => type === "ImportDeclaration" && /timers\/promises$/.test(String((source as Node).value)),
      )
      .flatMap(({ specifiers }) => specifiers as Node[])
      .filter(({ imported }) => imported && (imported as Node).name === "setTimeout")
      .map(({ local }) => String((local as Node).name)),
  );

const isPromised = (node: Node): boolean =>
  ancestorsOf(node).some(({ type, callee }) => type === "NewExpression" && pathOf(callee as Node) === "Promise");

/** Up to the function that waits: the executor of a promise is not one. */
const ancestorsWithin = (node: Node): readonly Node[] => {
  const all = ancestorsOf(node);
  const end = all.findIndex(
    (one) =>
      isFunction(one) && !(one.parent?.type === "NewExpression" && pathOf(one.parent.callee as Node) === "Promise"),
  );
  return end < 0 ? all : all.slice(0, end);
};

const loops = new Set(["WhileStatement", "DoWhileStatement", "ForStatement"]);

const looksAgain = (node: Node): boolean => {
  if (!loops.has(node.type)) return false;
  const test = node.test as Node | null;
  if (
    test &&
    within(test).some(
      ({ type, operator }) => type === "CallExpression" || operator === "!==" || type === "UnaryExpression",
    )
  )
    return true;
  return within(node.body as Node).some(
    (one) =>
      one.type === "IfStatement" &&
      within(one).some(({ type }) => type === "ReturnStatement" || type === "BreakStatement"),
  );
};
