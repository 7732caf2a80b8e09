/** The address that a phone dials. */
export const telephone = (number: string): string => `tel:${number.replace(/[^\d+]/g, "")}`;
