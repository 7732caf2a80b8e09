/** Leads to a field of the page: its label on top, its input with the focus. By focus, not by address: a fragment would be a step for the router. */
export const goToField = (fieldId: string): void => {
  const field = document.getElementById(fieldId);
  field?.closest(".p-field")?.scrollIntoView({ block: "start" });
  field?.focus({ preventScroll: true });
};
