/** The fields of a person that are asked and shown, in their order; each has its words in `record.fields`. */
export const nameFields = ["familyName", "givenName", "patronymic", "familyNameLat", "givenNameLat"] as const;
export const aboutFields = ["sex", "birth", "relationToFocal", "childCare", "languages"] as const;
export const wayFields = ["originAdm1", "originSettlement", "borderCrossedOn", "borderPoint", "plStatus"] as const;
export const needFields = ["needFlags", "placeMarks"] as const;

export const personFields = [...nameFields, ...aboutFields, ...wayFields, ...needFields] as const;
export type PersonField = (typeof personFields)[number];
