import { median, percentile } from "./support/report.mjs";

const sizes = [
  { people: 5_000, trips: 100 },
  { people: 50_000, trips: 900 },
];
const [rounds, warm] = [60, 40];

/** One change, folded for every view of every screen, in Node: at a site, and in turns at one with ten times as much. */
export const live = ({ live: sites }, report) => {
  const [usual, tenfold] = sizes.map((size) => openSite(sites, size));
  for (const name of Object.keys(usual.changes)) {
    const [small, large] = inTurns([usual, tenfold], ({ changes, lookAtAll }, time) => {
      changes[name](time);
      lookAtAll();
    });
    const what = `${name}, folded for all views, ${tenfold.rows} rows`;
    report.figure({ name: `${what}, p95`, value: percentile(large, 0.95), unit: "ms", bar: 16, rounds: large });
    const ratio = median(large) / median(small);
    report.figure({ name: `${what}, median to that of ${usual.rows} rows`, value: ratio, unit: "x", bar: 1.5 });
  }
  const [small, large] = inTurns([usual, tenfold], ({ boards, lookAtTrip }, time) => {
    for (let scan = 0; scan < scans; scan += 1) {
      boards((time + 1) * scans + scan);
      lookAtTrip();
    }
  });
  report.figure({ name: `${scans} scans on one trip's page, ${tenfold.rows} rows`, value: median(large), unit: "ms" });
  const what = `the same, median to that of ${usual.rows} rows`;
  report.figure({ name: what, value: median(large) / median(small), unit: "x", bar: 1.2, rounds: large });
  for (const { opened, rows } of [usual, tenfold])
    report.figure({ name: `all views of ${rows} rows for the first time`, value: opened, unit: "ms" });
  const keys = keysInSearch(sites.aLiveSite({ people: 10_000, trips: 1 }));
  const key = "a key in the search box over 10,000 people";
  report.figure({ name: `${key}, p95`, value: percentile(keys, 0.95), unit: "ms", bar: 16 });
  report.figure({ name: `${key}, median`, value: median(keys), unit: "ms" });
};

const scans = 10;

/** All screens are open on one, and only one trip's page on the other: for each scan the other views would be told of. */
const openSite = ({ aLiveSite, viewsOf }, size) => {
  const [site, bus] = [aLiveSite(size), aLiveSite(size)];
  const screens = site.followed(viewsOf.screens);
  const [lookAtTrip] = bus.followed(viewsOf.trip);
  lookAtTrip();
  const lookAtAll = () => {
    for (const look of screens) look();
  };
  const { changes, rows } = site;
  return { changes, rows, opened: timeOf(lookAtAll), lookAtAll, lookAtTrip, boards: bus.changes["a scan aboard"] };
};

/** The milliseconds that the work takes at each of them, after warming up. */
const inTurns = (places, work) => {
  const times = places.map(() => []);
  for (let time = 0; time < warm + rounds; time += 1)
    for (const [number, place] of places.entries()) times[number].push(timeOf(() => work(place, time)));
  return times.map((all) => all.slice(warm));
};

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
