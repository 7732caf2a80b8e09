import "./count-grid.css";
import { Fragment } from "react";
import type { CountKey, IntakeForm } from "../../../domain/intake/intake-form.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Icon } from "../../../ui/display/icon.tsx";

type Props = { readonly counts: IntakeForm["counts"]; readonly onCount: (key: CountKey, count: number) => void };

const bands = ["0_4", "5_11", "12_17", "18_59", "60_plus"] as const;
const sexes = ["f", "m"] as const;

/** How many, by age and sex: one tap a head. All that is needed to save. */
export const CountGrid = ({ counts, onCount }: Props) => {
  const t = useT();
  const label = useCodeLabel();
  return (
    <div className="i-counts" id="counts" tabIndex={-1}>
      <span />
      {sexes.map((sex) => (
        <span key={sex} className="i-counts__head">
          {t(`intake.counts.${sex}`)}
        </span>
      ))}
      {bands.map((band) => (
        <Fragment key={band}>
          <span className="i-counts__band">{label("ageBand", band)}</span>
          {sexes.map((sex) => (
            <CountCell
              key={sex}
              name={`${t(`intake.counts.${sex}`)} ${label("ageBand", band)}`}
              count={counts[`${sex}|${band}`] ?? 0}
              onCount={(count) => onCount(`${sex}|${band}`, count)}
            />
          ))}
        </Fragment>
      ))}
    </div>
  );
};

type CellProps = { readonly name: string; readonly count: number; readonly onCount: (count: number) => void };

const CountCell = ({ name, count, onCount }: CellProps) => {
  const t = useT();
  return (
    <div className="i-counts__cell" data-counted={count > 0 ? "" : undefined}>
      <button type="button" aria-label={t("ui.less", { label: name })} onClick={() => onCount(Math.max(0, count - 1))}>
        <Icon name="minus" />
      </button>
      <output aria-label={name}>{count}</output>
      <button type="button" aria-label={t("ui.more", { label: name })} onClick={() => onCount(count + 1)}>
        <Icon name="plus" />
      </button>
    </div>
  );
};
