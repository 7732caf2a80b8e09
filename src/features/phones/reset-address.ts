/** Where a phone finds the page on which a code is typed: the same for everybody, so a QR that holds it opens nothing. */
export const resetAddress = (): string => `${location.origin}/#reset`;
