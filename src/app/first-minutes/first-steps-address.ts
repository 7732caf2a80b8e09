export const firstStepsAddress = "/settings/first-steps";
