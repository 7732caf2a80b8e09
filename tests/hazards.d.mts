export const ids: readonly string[];
export const places: Readonly<Record<string, { readonly files: readonly string[]; readonly why?: string }>>;
export function withoutPlace(): readonly string[];
export function table(): readonly string[];
