/** Phones that wait, and fetch what is new with documents when the bell rings, as `src/sync` does. */
export const openCrowd = (phones, database, since) => {
  const seen = new Map();
  let isClosed = false;
  let failed = () => {};
  const failure = new Promise((_, reject) => {
    failed = reject;
  });
  failure.catch(() => undefined);

  const listen = async (phone) => {
    let from = since;
    while (!isClosed) {
      await phone.ask("GET", `/${database}/_changes?feed=longpoll&limit=1&timeout=50000&since=${from}`);
      const page = await phone.ask("GET", `/${database}/_changes?include_docs=true&limit=500&since=${from}`);
      from = page.last_seq;
      for (const { doc } of page.results) seen.get(doc._id)?.();
    }
  };
  for (const phone of phones) listen(phone).catch((error) => isClosed || failed(error));

  return {
    allSee: (id) => {
      let left = phones.length;
      const all = new Promise((resolve) => {
        seen.set(id, () => {
          left -= 1;
          if (left === 0) resolve();
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
