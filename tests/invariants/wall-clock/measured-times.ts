import { argumentsOf, childrenOf, isFunction, type Node, pathOf, within } from "./syntax.ts";

/** Assertions on a time that the test measured: on a difference of two readings of a clock, or on a reading itself. */
export const assertionsOnTime = (nodes: readonly Node[]): readonly Node[] => {
  const names = timesIn(nodes);
  return nodes.filter((node) => isAssertion(node) && argumentsOf(node).some((given) => isTime(given, names)));
};

const clocks = new Set(["Date.now", "performance.now", "process.hrtime", "process.hrtime.bigint"]);
/** What only calculates, so that a reading that goes in comes out. */
const calculations = /^(Math\.\w+|Number|BigInt|String)$/;
const collects = /\.(push|unshift|add|set)$/;

/** Names that hold a reading of a clock, and names that hold, give or collect a measured time. */
type Times = { readonly readings: Set<string>; readonly measured: Set<string> };

const isClock = (node: Node): boolean => node.type === "CallExpression" && isNamed(node.callee as Node, clocks);
const isNamed = (node: Node, names: ReadonlySet<string>): boolean =>
  (node.type === "Identifier" || node.type === "MemberExpression") && names.has(pathOf(node));

const isDifference = (node: Node, { readings }: Times): boolean => {
  if (node.type !== "BinaryExpression" || node.operator !== "-") return false;
  const isReading = (one: Node) => isClock(one) || isNamed(one, readings);
  return within(node.right as Node).some(isReading);
};

/** Whether a measured time comes out of an expression: one in a function in it counts, too, since somebody calls that. */
const givesTime = (node: Node, times: Times): boolean =>
  within(node).some((one) => isDifference(one, times) || isNamed(one, times.measured));

const timesIn = (nodes: readonly Node[]): Times => {
  const times: Times = { readings: new Set(), measured: new Set() };
  for (let before = -1; before !== times.readings.size + times.measured.size; ) {
    before = times.readings.size + times.measured.size;
    for (const node of nodes) note(node, times);
  }
  return times;
};

const note = (node: Node, times: Times): void => {
  if (node.type === "CallExpression" && collects.test(pathOf(node.callee as Node))) {
    const collection = pathOf((node.callee as Node).object as Node);
    if (collection !== "" && argumentsOf(node).some((given) => givesTime(given, times))) times.measured.add(collection);
  }
  const [target, value] =
    node.type === "VariableDeclarator"
      ? [node.id as Node, node.init as Node | null]
      : node.type === "AssignmentExpression"
        ? [node.left as Node, node.right as Node]
        : node.type === "FunctionDeclaration"
          ? [node.id as Node, node]
          : [undefined, undefined];
  if (!target || !value) return;
  const given = isFunction(value) ? returned(value) : [value];
  if (given.some(isClock)) for (const name of namesIn(target)) times.readings.add(name);
  if (given.some((one) => givesTime(one, times))) for (const name of namesIn(target)) times.measured.add(name);
};

const namesIn = (target: Node): string[] => {
  if (target.type === "Identifier") return [String(target.name)];
  if (target.type === "MemberExpression") return [pathOf(target)];
  if (target.type === "Property") return namesIn(target.value as Node);
  return childrenOf(target).flatMap(namesIn);
};

/** What a function answers. */
const returned = (node: Node): readonly Node[] => {
  const body = node.body as Node;
  if (body.type !== "BlockStatement") return [body];
  const own = (one: Node): readonly Node[] =>
    isFunction(one) ? [] : one.type === "ReturnStatement" ? childrenOf(one) : childrenOf(one).flatMap(own);
  return childrenOf(body).flatMap(own);
};

/** A call of `expect`, or of a matcher on it. */
const isAssertion = (node: Node): boolean =>
  node.type === "CallExpression" && /^expect(\.|$)/.test(pathOf(node.callee as Node));

const isTime = (node: Node, times: Times): boolean => {
  if (isDifference(node, times) || isNamed(node, times.measured)) return true;
  if (isClock(node) || isNamed(node, times.readings)) return true;
  const isCall = node.type === "CallExpression" || node.type === "NewExpression";
  if (isCall && !calculations.test(pathOf(node.callee as Node)))
    return isTime(node.callee as Node, times) || argumentsOf(node).some((given) => givesTime(given, times));
  return childrenOf(node).some((child) => isTime(child, times));
};
