/** One mark on a page, in millimetres from its upper left corner. `size` of a text in points; its place is where its line begins. */
export type Mark =
  | { readonly type: "box"; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly type: "frame"; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly type: "digits"; readonly x: number; readonly y: number; readonly size: number; readonly text: string };

/** Points in a millimetre, and an A4 page in points. */
const point = 72 / 25.4;
const [pageWidth, pageHeight] = [595.276, 841.89];

/**
 * A PDF file of A4 pages with boxes, frames and digits: these need no font in the file, for every reader has Helvetica, and no library. It says nothing of who
 * made it, or when. Source: ISO 32000-1, 7.5.
 */
export const pdfOf = (pages: readonly (readonly Mark[])[]): string => {
  const kids = pages.map((_, at) => `${3 + 2 * at + 1} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    ...pages.flatMap((marks, at) => {
      const content = marks.map(drawn).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources << /Font << /F 3 0 R >> >> /Contents ${3 + 2 * at + 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return fileOf(objects);
};

const drawn = (mark: Mark): string => {
  switch (mark.type) {
    case "box":
      return `${rectangle(mark)} f`;
    case "frame":
      return `0.2 w 0.7 G ${rectangle(mark)} S`;
    case "digits":
      return `BT /F ${mark.size} Tf ${x(mark.x)} ${y(mark.y)} Td (${mark.text.replace(/[^\d ]/g, "")}) Tj ET`;
  }
};

const rectangle = (mark: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): string => `${x(mark.x)} ${y(mark.y + mark.height)} ${number(mark.width * point)} ${number(mark.height * point)} re`;

const x = (millimetres: number): string => number(millimetres * point);
/** A page is measured from its lower edge. */
const y = (millimetres: number): string => number(pageHeight - millimetres * point);
const number = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** Header, objects, the table of where each begins, and where that is. All of it is ASCII, so that characters are bytes. */
const fileOf = (objects: readonly string[]): string => {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
};
