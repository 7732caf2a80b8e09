import { parseSync } from "oxc-parser";

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** Props whose text is read or heard. */
const visible = new Set([
  "label",
  "title",
  "placeholder",
  "alt",
  "hint",
  "error",
  "lede",
  "detail",
  "text",
  "message",
  "confirmLabel",
  "cancelLabel",
  "aria-label",
  "aria-description",
  "aria-valuetext",
  "aria-roledescription",
]);

/** Every literal text with a letter in it that a view would show: between tags, or in a prop that is read. What stands inside
 *  a call is the called function's affair: `t("ui.close")`. */
export const literalTextIn = (path: string, source: string): string[] => {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return shownIn(program as unknown as Node).map(
    ({ text, start }) => `${path}:${source.slice(0, start).split("\n").length} ${JSON.stringify(text)}`,
  );
};

type Shown = { readonly text: string; readonly start: number };

const shownIn = (node: Node): Shown[] => {
  const own =
    node.type === "JSXElement" || node.type === "JSXFragment"
      ? nodesOf(node.children).flatMap(said)
      : node.type === "JSXAttribute" && visible.has(nameOf(node))
        ? nodesOf([node.value]).flatMap(said)
        : [];
  return [...own.filter(({ text }) => /\p{L}/u.test(text)), ...childrenOf(node).flatMap(shownIn)];
};

const said = (node: Node): Shown[] => {
  switch (node.type) {
    case "JSXText":
    case "Literal":
      return typeof node.value === "string" ? [{ text: node.value.trim(), start: node.start }] : [];
    case "TemplateLiteral":
      return [{ text: nodesOf(node.quasis).map(rawOf).join(" ").trim(), start: node.start }];
    case "JSXExpressionContainer":
    case "ParenthesizedExpression":
      return nodesOf([node.expression]).flatMap(said);
    case "LogicalExpression":
      return nodesOf([node.right]).flatMap(said);
    case "ConditionalExpression":
      return nodesOf([node.consequent, node.alternate]).flatMap(said);
    default:
      return [];
  }
};

const rawOf = (quasi: Node): string => String((quasi.value as { raw?: unknown } | undefined)?.raw ?? "");

const nameOf = (attribute: Node): string => String((attribute.name as { name?: unknown } | undefined)?.name ?? "");

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => nodesOf(Array.isArray(value) ? value : [value]));

const nodesOf = (values: unknown): Node[] => (Array.isArray(values) ? values : []).filter(isNode);

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
