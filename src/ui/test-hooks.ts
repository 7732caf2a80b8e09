/**
 * The names by which tests find things on a page, in `data-test`: rows, numbers, what is pressed most, the state of sending. They stay; classes and
 * words change.
 */
export const testHooks = {
  "alike-pair": "two people who may be one",
  arrival: "a group or a person that was found, on the list of arrivals",
  back: "the arrow beside a page's title",
  bed: "a place in a bed, in the picture of a room",
  call: "calls the number of a person's group",
  camera: "the picture in which codes are looked for",
  "card-answer": "whose number was scanned or typed",
  "card-number": "the number of a person or a group, large",
  change: "changes one line of what is known",
  "count-away": "people of the house who are on leave, missing or in hospital",
  "count-children": "children in the house",
  "count-expected": "passengers or residents who are expected",
  "count-found": "people whom a roll call has found",
  "count-free": "free beds",
  "count-inside": "people in the house",
  "count-on-board": "passengers on board",
  "count-on-server": "records of a shift that the server has",
  "count-recorded": "records of a shift",
  "count-unsent": "people, beds and other changes that only this phone has",
  "counts-differ": "says that the counts of a group and its people contradict each other",
  fold: "the title by which a section opens",
  "given-back": "thanks a person who has answered on the phone, and asks for it back",
  "group-choice": "a group that may be chosen, for a person or another group to go into",
  "handed-over": "the phone in a person's hands: nothing but questions",
  "linked-group": "a group that belongs together with another",
  lock: "the button that locks the phone; while it is there somebody has unlocked it",
  "main-action": "around a page's one main button",
  passenger: "a passenger on a trip's list",
  "part-missing": "stands where a part of a page could not be fetched",
  person: "a person in a group, or on the roster",
  question: "one question of an interview; `data-asks` says which",
  "roll-call-person": "somebody who is looked for",
  "plugged-scanner": "is there once a scanner that types is listened to",
  room: "a room of the house",
  said: "what was just done",
  "sync-state": "the state of sending, in the header",
  scan: "leads to the camera that reads cards",
  trip: "a trip",
  undo: "takes back what was just done",
  "way-to-bed": "from a person to their bed, or to giving them one",
  "way-to-group": "from a person to their group",
  "way-to-history": "from a person to what happened",
  "way-to-trip": "from a person or a group to a trip they are booked on",
  withdrawn: "a person whose registration was taken back, on the page of their group",
  "way-to-child": "from a concern to the form of the child",
  waiting: "a family that waits for a bed",
} as const;

export type TestHook = keyof typeof testHooks;

/** The same, checked. */
export const hook = (name: TestHook): TestHook => name;
