import { argumentsOf, type Node, pathOf } from "./syntax.ts";

/** Waits that give up so soon that a busy machine turns them red. */
export const shortTimeoutsIn = (nodes: readonly Node[]): readonly Node[] => {
  const named = new Map(
    nodes
      .filter(({ type, id }) => type === "VariableDeclarator" && (id as Node).type === "Identifier")
      .map(({ id, init }) => [String((id as Node).name), init as Node | null]),
  );
  const isShort = (given: Node | null | undefined): boolean => {
    if (given?.type === "Literal") return typeof given.value === "number" && given.value < leastPatience;
    if (given?.type === "Identifier" && named.has(String(given.name))) {
      const value = named.get(String(given.name));
      return value?.type !== "Identifier" && isShort(value);
    }
    return timeoutOf(given) !== undefined && Number(timeoutOf(given)?.value) < leastPatience;
  };
  return nodes.filter((node) => {
    if (node.type !== "CallExpression") return false;
    const called = pathOf(node.callee as Node);
    const [, ...options] = argumentsOf(node);
    if (/^vi\.waitFor$|^vi\.waitUntil$/.test(called)) return options.length === 0 || options.some(isShort);
    return waits.test(called) && argumentsOf(node).some((given) => (given.type === "Literal" ? false : isShort(given)));
  });
};

const leastPatience = 30_000;
/** Vitest's polls and what Playwright waits in. */
const waits =
  /(^|\.)(poll|toPass|waitFor\w*|click|tap|fill|press|check|uncheck|hover|focus|goto|reload|innerText|textContent|selectOption|setInputFiles)$/;

const timeoutOf = (given: Node | null | undefined): Node | undefined =>
  given?.type === "ObjectExpression"
    ? (given.properties as Node[])
        .filter(({ key }) => key && (key as Node).name === "timeout")
        .map(({ value }) => value as Node)
        .find(({ type }) => type === "Literal")
    : undefined;
