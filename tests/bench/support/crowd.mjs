/** Phones that wait for what is new, as `src/sync` does. What one of them writes itself comes to it with the next news. */
export const openCrowd = (phones, database, since) => {
  const seen = new Map();
  let isClosed = false;
  let failed = () => {};
  const failure = new Promise((_, reject) => {
    failed = reject;
  });
  failure.catch(() => undefined);

  const listen = async (phone, number) => {
    let from = since;
    while (!isClosed) {
      const wait = `feed=longpoll&quiet=true&include_docs=true&limit=50&timeout=50000&since=${from}`;
      const page = await phone.ask("GET", `/${database}/_changes?${wait}`);
      from = page.last_seq;
      for (const { doc } of page.results) seen.get(doc._id)?.(number);
    }
  };
  for (const [number, phone] of phones.entries()) listen(phone, number).catch((error) => isClosed || failed(error));

  return {
    /** Resolves once all but its writer have a document. */
    allSee: (id, writer = -1) => {
      const missing = new Set(phones.keys());
      missing.delete(writer);
      const all = new Promise((resolve) => {
        seen.set(id, (number) => {
          missing.delete(number);
          if (missing.size === 0) resolve();
        });
      });
      return Promise.race([all, failure]);
    },
    close: () => {
      isClosed = true;
      for (const phone of phones) phone.close();
    },
  };
};
