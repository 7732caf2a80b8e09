/** Days for which records are kept, counted from registration or departure (domain reference 8.3). */
export const retentionDays = { quick: 30, complete: 365, manifest: 90 };

/**
 * Days for which what concerns a child is kept behind its wall, from the last that was done: until the youngest is of age and three years more. A lawyer is
 * to say whether that is right (domain reference 8.3).
 */
export const childConcernDays = 21 * 366;

/** Days after which a printed list with names on it is to be destroyed. */
export const paperDays = 2;

/** Days after its last day until which a record is still taken from a phone that was away. */
export const acceptedAfterDays = 90;

/** Days for which a placeholder is kept: what phones bring by then meets it, what they bring later is not taken any more. */
export const tombstoneDays = 180;
