import { parseSync } from "oxc-parser";

/** A node of the syntax tree, with the one it stands in. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly parent?: Node;
  readonly [key: string]: unknown;
};

/** All nodes of a source, outer before inner. */
export const nodesOf = (path: string, source: string): readonly Node[] => {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  const visit = (node: Node, parent?: Node): void => {
    nodes.push(Object.assign(node, { parent }));
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(program as unknown as Node);
  return nodes;
};

export const childrenOf = (node: Node): readonly Node[] =>
  Object.entries(node).flatMap(([key, value]) =>
    key === "parent" ? [] : (Array.isArray(value) ? value : [value]).filter(isNode),
  );

/** The node itself and everything in it. */
export const within = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(within)];

export const ancestorsOf = (node: Node): readonly Node[] =>
  node.parent ? [node.parent, ...ancestorsOf(node.parent)] : [];

/** `a.b.c` of a callee or another chain of names; calls in between are left out: `expect(x).not.toBe` is `expect.not.toBe`. */
export const pathOf = (node: Node | undefined): string => {
  if (node?.type === "Identifier") return String(node.name);
  if (node?.type === "CallExpression") return pathOf(node.callee as Node);
  if (node?.type !== "MemberExpression") return "";
  return `${pathOf(node.object as Node)}.${String((node.property as Node).name ?? "")}`;
};

export const argumentsOf = (call: Node): readonly Node[] => (call.arguments ?? []) as Node[];

export const isFunction = ({ type }: Node): boolean =>
  type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration";

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
