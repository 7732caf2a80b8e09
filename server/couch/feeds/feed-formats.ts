/** The text around the rows of a feed. */
export type FeedFormat = {
  readonly start: string;
  readonly rows: (rows: readonly string[], isFirst: boolean) => string;
  readonly heartbeat: string;
  readonly end: (lastSeq: string, pending: number, isEmpty: boolean) => string;
};

/** One JSON object; every row and `last_seq` on a line of its own, which nano's reader relies on. */
export const oneObject: FeedFormat = {
  start: '{"results":[\n',
  rows: (rows, isFirst) => (isFirst ? "" : ",\n") + rows.join(",\n"),
  heartbeat: "\n",
  end: (lastSeq, pending) => `\n],\n"last_seq":"${lastSeq}","pending":${pending}}\n`,
};

/** One JSON object a line. */
export const lines: FeedFormat = {
  start: "",
  rows: (rows) => `${rows.join("\n")}\n`,
  heartbeat: "\n",
  end: (lastSeq, pending) => `{"last_seq":"${lastSeq}","pending":${pending}}\n`,
};

/** Server-sent events. */
export const events: FeedFormat = {
  start: "",
  rows: (rows) =>
    rows.map((row) => `data: ${row}\nid: ${/^\{"seq":("[^"]*"|null)/.exec(row)?.[1] ?? "null"}\n\n`).join(""),
  heartbeat: "event: heartbeat\ndata: \n\n",
  end: () => "",
};
