import "./qr-code.css";
import { encode } from "uqr";

/** Dark on white in every theme, with the quiet edge that cameras need. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="p-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} data-text={text}>
      <rect className="p-qr__light" width={size} height={size} />
      <path className="p-qr__dark" d={dark.join("")} />
    </svg>
  );
};
