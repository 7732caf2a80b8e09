/** The address that a phone dials. */
export const telHref = (number: string): string => `tel:${number.replace(/[^\d+]/g, "")}`;
