/** Stands in for a person's keys where sealing on the disk is not what is tested: names and boxes are in clear. */
export const plainCipher = {
  nameOf: async (database: string, text: string) => plainName(database, text),
  seal: async (_: string, __: string, text: string) => text,
  open: async (_: string, __: string, box: string) => box,
  openNamed: async (_: string, box: string) => box,
};

export const plainName = (database: string, text: string): string =>
  `.named-${database}-${text}`.replaceAll(/[^.\w-]/g, "-");
