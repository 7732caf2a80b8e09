import "./search-box.css";
import { type ComponentProps, useRef } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Link } from "../../actions/link.tsx";
import { Icon } from "../../display/icon.tsx";
import type { FieldProps } from "../field-props.ts";
import { textEntries } from "./text-entry.ts";

export type SearchBoxProps = Pick<FieldProps, "id" | "label" | "hint"> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Another way to find, in the corner while nothing is typed. */
  readonly scan?: { readonly href: string; readonly label: string };
} & Pick<ComponentProps<"input">, "lang" | "inputMode" | "onKeyDown">;

/** Answers while one types; nothing to submit. One line: its label stands in it, and is read aloud. */
export const SearchBox = ({ id, label, hint, value, onChange, scan, ...passed }: SearchBoxProps) => {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange("");
    input.current?.focus();
  };
  return (
    <search className="p-search">
      <div className="p-search__row">
        <Icon name="search" />
        <input
          {...textEntries.name}
          enterKeyHint="search"
          {...passed}
          ref={input}
          id={id}
          type="search"
          className="p-input"
          value={value}
          placeholder={label}
          aria-label={label}
          aria-description={hint}
          onChange={(event) => onChange(event.target.value)}
        />
        {value === "" && scan && (
          <Link className="p-input-corner" href={scan.href} aria-label={scan.label} data-test="scan">
            <Icon name="scan" />
          </Link>
        )}
        {value !== "" && (
          <button type="button" className="p-input-corner" aria-label={t("ui.clear")} onClick={clear}>
            <Icon name="close" />
          </button>
        )}
      </div>
    </search>
  );
};
