import "./keys.css";
import { useT } from "../../i18n/use-t.ts";
import { Sheet } from "../overlays/sheet.tsx";

type KeysSheetProps = { readonly open: boolean; readonly mayRegister: boolean; readonly onClose: () => void };

/** Which key does what. */
export const KeysSheet = ({ open, mayRegister, onClose }: KeysSheetProps) => {
  const t = useT();
  const keys = [
    { press: ["/"], does: t("laptop.keys.search") },
    ...(mayRegister ? [{ press: ["n"], does: t("laptop.keys.new") }] : []),
    { press: ["↑", "↓"], does: t("laptop.keys.rows") },
    { press: ["Enter"], does: t("laptop.keys.open") },
    { press: ["Esc"], does: t("laptop.keys.close") },
    { press: ["?"], does: t("laptop.keys.sheet") },
  ];
  return (
    <Sheet open={open} title={t("laptop.keys.title")} onClose={onClose}>
      <dl className="p-keys">
        {keys.map(({ press, does }) => (
          <div key={does}>
            <dt>
              {press.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
};
