/** The transport's screens. */
export const TransportScreens = (_: { readonly site: string | undefined; readonly canPlan: boolean }) => null;
