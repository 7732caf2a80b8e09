/** Cyrillic letters that look like a Latin one, capitals. Source: domain reference 5.7. */
export const latinCapitalFor: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  І: "I",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
};

/** Small letters that look alike. */
export const latinSmallFor: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  і: "i",
  ї: "ï",
  к: "k",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
};
