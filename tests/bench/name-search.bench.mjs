import { median } from "./support/report.mjs";

const [people, rounds] = [5_000, 9];
const queries = ["Kowalenko", "к", "Олена Пет", "Шевчекно", "Бартоломей Иксов"];
const stems = ["Ковал", "Шевч", "Бонд", "Ткач", "Мельн", "Кравч", "Олійн", "Поліщ", "Лисен", "Марч"];
const endings = ["енко", "чук", "ук", "ів", "ський", "ова", "юк", "ець"];
const given = ["Олена", "Петро", "Ірина", "Сергій", "Наталія", "Дмитро", "Юлія", "Андрій", "Саша", "Марія"];
const namesOf = (at) => [
  `${stems[at % 10]}${["", "ар", "ин", "ол"][at % 4]}${endings[at % 8]}`,
  given[(at * 7) % 10],
  `${given[(at * 3) % 10]}ович`,
];

/** One key in the search box, in Node: typing errors included, beside a plain look for the same letters in every name. */
export const nameSearch = async ({ search }, report) => {
  const { buildNameEntry, searchNames } = search;
  const names = Array.from({ length: people }, (_, at) => namesOf(at));
  const index = names.map((one, at) => [`${at}`, buildNameEntry(one)]);
  const folded = names.map((one) => one.join(" ").toLowerCase());
  for (const query of queries) {
    const searched = timesOf(() => searchNames(index, query, 50));
    const scanned = timesOf(() => folded.filter((name) => name.includes(query.toLowerCase())).length);
    const name = `search of ${people} people: "${query}"`;
    report.figure({ name, value: median(searched), unit: "ms", bar: 60, rounds: searched });
    report.figure({ name: `${name} to a plain scan`, value: median(searched) / median(scanned), unit: "x" });
  }
};

const timesOf = (work) => {
  for (let warm = 0; warm < 5; warm += 1) work();
  return Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
};
