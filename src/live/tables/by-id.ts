/** Documents of one kind, the one that was begun first before the others: an order that is the same on every phone. */
export const byId = (a: { readonly _id: string }, b: { readonly _id: string }): number =>
  a._id < b._id ? -1 : Number(a._id > b._id);

export const newestFirst = (a: { readonly _id: string }, b: { readonly _id: string }): number => byId(b, a);
