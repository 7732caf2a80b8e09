import { median } from "./support/report.mjs";

const pictures = 200;
/** A cheap phone is so many times slower. */
const slower = 4;

/** Cards before a camera, in Node: turned, tilted, blurred, pale, noisy, with reflections, the same 200 pictures each time. */
export const scanning = async ({ scanning: { readPicture } }, report) => {
  for (const kind of ["box", "gaussian"]) {
    for (let warm = 1; warm <= 20; warm += 1) readPicture(10_000 + warm, kind);
    const read = Array.from({ length: pictures }, (_, at) => readPicture(at + 1, kind));
    const inTime = read.filter(({ isRead, took }) => isRead && took * slower <= 300).length / pictures;
    const name = `cards read in at most 300 ms at ${slower}x, blurred by a ${kind}`;
    report.figure({ name, value: 100 * inTime, unit: "%", bar: 95, isAtLeast: true });
    report.figure({
      name: `${name}: read at all`,
      value: (100 * read.filter(({ isRead }) => isRead).length) / pictures,
      unit: "%",
    });
    report.figure({
      name: `${name}: read wrongly`,
      value: read.filter(({ isWrong }) => isWrong).length,
      unit: "",
      bar: 0,
    });
    report.figure({
      name: `${name}: a picture at ${slower}x`,
      value: slower * median(read.map(({ took }) => took)),
      unit: "ms",
    });
  }
};
