import "./search-box.css";
import { type ComponentProps, useRef } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Icon } from "../../display/icon.tsx";
import { Field } from "../field.tsx";
import type { FieldProps } from "../field-props.ts";
import { textEntries } from "./text-entry.ts";

export type SearchBoxProps = Pick<FieldProps, "id" | "label" | "hint"> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
} & Pick<ComponentProps<"input">, "lang" | "inputMode" | "onKeyDown">;

/** Answers while one types; nothing to submit. */
export const SearchBox = ({ id, label, hint, value, onChange, ...passed }: SearchBoxProps) => {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange("");
    input.current?.focus();
  };
  return (
    <search className="p-search">
      <Field id={id} label={label} hint={hint}>
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
            aria-describedby={hint && `${id}-hint`}
            onChange={(event) => onChange(event.target.value)}
          />
          {value !== "" && (
            <button type="button" className="p-input-corner" aria-label={t("ui.clear")} onClick={clear}>
              <Icon name="close" />
            </button>
          )}
        </div>
      </Field>
    </search>
  );
};
