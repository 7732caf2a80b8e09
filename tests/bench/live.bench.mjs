import { median, percentile } from "./support/report.mjs";

const [small, large] = [
  { people: 5_000, trips: 100 },
  { people: 50_000, trips: 900 },
];
const [rounds, warm] = [40, 15];

/** One change, folded for every view of every screen, in Node: at a site, and at one with ten times as much. */
export const live = ({ live: sites }, report) => {
  const measured = [small, large].map((size) => measure(sites, size));
  const [usual, tenfold] = measured;
  for (const [name, times] of Object.entries(tenfold.changes)) {
    const what = `${name}, folded for all views, ${tenfold.rows} rows`;
    report.figure({ name: `${what}, p95`, value: percentile(times, 0.95), unit: "ms", bar: 16, rounds: times });
    const ratio = median(times) / median(usual.changes[name]);
    report.figure({ name: `${what}, median to that of ${usual.rows} rows`, value: ratio, unit: "x", bar: 1.5 });
  }
  report.figure({ name: "a scan on one trip's page", value: median(tenfold.trip), unit: "ms", rounds: tenfold.trip });
  report.figure({
    name: `the same, ${tenfold.rows} rows to ${usual.rows}`,
    value: median(tenfold.trip) / median(usual.trip),
    unit: "x",
    bar: 1.2,
  });
  for (const { opened, rows } of measured)
    report.figure({ name: `all views of ${rows} rows for the first time`, value: opened, unit: "ms" });
  const keys = keysInSearch(sites.aLiveSite({ people: 10_000, trips: 1 }));
  report.figure({
    name: "a key in the search box over 10,000 people, p95",
    value: percentile(keys, 0.95),
    unit: "ms",
    bar: 16,
  });
  report.figure({ name: "the same, median", value: median(keys), unit: "ms" });
};

const measure = ({ aLiveSite, viewsOf }, size) => {
  const site = aLiveSite(size);
  const screens = site.followed(viewsOf.screens);
  const lookAtAll = () => {
    for (const look of screens) look();
  };
  const opened = timeOf(lookAtAll);
  const changes = Object.fromEntries(
    Object.entries(site.changes).map(([name, change]) => [name, timesOf((time) => [change(time), lookAtAll()])]),
  );
  const page = site.followed(viewsOf.trip);
  const trip = timesOf((time) => {
    site.changes["a scan aboard"](warm + rounds + time);
    page[0]();
  });
  return { rows: site.rows, opened, changes, trip };
};

const timesOf = (work) => Array.from({ length: warm + rounds }, (_, time) => timeOf(() => work(time))).slice(warm);

const timeOf = (work) => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/** Names typed letter by letter, some with an error, some that nobody has. */
const keysInSearch = (site) => {
  const index = site.search();
  const typed = [
    "Ковальчук Олена",
    "Kowalenko",
    "Shevchenko Petro",
    "Шевчекно",
    "Мельникова",
    "Бартоломей Иксов",
    "Tkach",
  ];
  const queries = typed.flatMap((name) => [...name].map((_, place) => name.slice(0, place + 1)));
  const search = () => queries.map((query) => timeOf(() => index.search(query, 50, site.database)));
  search();
  const times = [search(), search(), search()].flat();
  index.close();
  return times;
};
