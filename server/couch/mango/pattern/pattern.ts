/** A pattern as a tree. `has` judges one character (a code point); an edge is a place between two. */
export type Pattern =
  | { readonly type: "character"; readonly has: (code: number) => boolean }
  | { readonly type: "edge"; readonly edge: Edge }
  | { readonly type: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly type: "choice"; readonly options: readonly Pattern[] }
  | { readonly type: "repeat"; readonly of: Pattern; readonly least: number; readonly most: number };

/** `^`, `$`, `\b` and `\B`. */
export type Edge = "start" | "end" | "word" | "insideWord";
