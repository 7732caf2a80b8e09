import "./qr-code.css";
import { type ErrorCorrection, encodeQR } from "qr";

export type QrCodeProps = {
  readonly text: string;
  readonly label: string;
  /** How much of the code may be dirty or torn: a quarter with `quartile`. */
  readonly correction?: ErrorCorrection;
};

/** Dark on white in every theme, with the quiet edge that cameras need. */
export const QrCode = ({ text, label, correction = "medium" }: QrCodeProps) => {
  const rows = encodeQR(text, "raw", { ecc: correction, border: 4 });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="p-qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label} data-text={text}>
      <rect className="p-qr__light" width={rows.length} height={rows.length} />
      <path className="p-qr__dark" d={dark.join("")} />
    </svg>
  );
};
