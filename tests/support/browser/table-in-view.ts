/** In the page: how many pictures of a row are whole in its last cell. */
export const marksInView = (row: Element): number => {
  const cell = row.lastElementChild?.getBoundingClientRect();
  return [...row.querySelectorAll(".p-badge")]
    .map((badge) => badge.getBoundingClientRect())
    .filter(({ width, left, right }) => width >= 18 && cell && left >= cell.left && right <= cell.right).length;
};

/** In the page: what WebKit makes of a row that is to hold what is placed in it. */
export const rowsHoldNothing = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("tr { position: static !important }");
  document.adoptedStyleSheets = [sheet];
};

/** In the page: the heights of the rows that are whole in view, the titles of the columns that are shown, what is cut. */
export const tableInView = (name: string) => {
  const rows = [...document.querySelectorAll<HTMLElement>(`tr[data-test=${name}]`)];
  const head = rows[0]?.closest("table")?.querySelectorAll<HTMLElement>("thead th") ?? [];
  const titles = [...head].filter((cell) => cell.checkVisibility());
  const cells = rows.slice(0, 15).flatMap((row) => [...row.children]) as HTMLElement[];
  const words = [...titles, ...cells].flatMap((cell) => [cell, ...cell.querySelectorAll<HTMLElement>("span")]);
  return {
    all: rows.length,
    rows: rows
      .map((row) => row.getBoundingClientRect())
      .filter(({ top, bottom }) => top >= 48 && bottom <= innerHeight)
      .map(({ top, bottom }) => bottom - top),
    titles: titles.map(({ textContent }) => textContent),
    cut: words
      .filter((word) => word.scrollWidth > word.clientWidth + 1 && word.clientWidth > 2)
      .map((word) => word.textContent),
    width: document.documentElement.scrollWidth,
  };
};
