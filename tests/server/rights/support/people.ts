/** Everybody the rights are about. What each reads is written out here, from architecture 5, and not taken from the code. */
export type Somebody = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly reads: readonly string[];
};

export const people: readonly Somebody[] = [
  { name: "", roles: [], reads: [] },
  { name: "ended", roles: [], reads: [] },
  { name: "newcomer", roles: ["account"], reads: ["directory"] },
  { name: "volunteer", roles: ["account", "volunteer:medyka"], reads: ["directory", "site-medyka"] },
  { name: "lead", roles: ["account", "lead:medyka"], reads: ["directory", "site-medyka"] },
  { name: "neighbour", roles: ["account", "volunteer:lviv", "lead:lviv"], reads: ["directory", "site-lviv"] },
  { name: "driver", roles: ["account", "driver", "trip:t1"], reads: ["directory", "trip-t1"] },
  { name: "driver2", roles: ["account", "driver"], reads: ["directory"] },
  { name: "coordinator", roles: ["account", "coordinator", "trip:t1"], reads: ["directory", "trip-t1"] },
  { name: "caseworker", roles: ["account", "case:org-a"], reads: ["directory", "case-org-a"] },
  { name: "carer", roles: ["account", "care:medyka"], reads: ["directory", "care-medyka"] },
  { name: "protector", roles: ["account", "protection:org-a"], reads: ["directory", "protection-org-a"] },
  {
    name: "odd",
    roles: [
      "Account",
      "lead:",
      "Lead:medyka",
      "volunteer:medyka-2",
      "lead:medyka ",
      "site-medyka",
      "care:",
      "trip:t1:x",
      "trip",
    ],
    reads: [],
  },
];

export const databases = [
  "directory",
  "site-medyka",
  "site-lviv",
  "trip-t1",
  "trip-t2",
  "case-org-a",
  "case-org-b",
  "care-medyka",
  "care-lviv",
  "protection-org-a",
  "protection-org-b",
] as const;
