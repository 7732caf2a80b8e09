import "../actions/button.css";
import "./file-field.css";
import { Icon } from "../display/icon.tsx";

export type FileFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly onChoose: (file: File) => void;
};

/** Asks for a file of this phone. The browser's own button speaks the browser's language, so this one is drawn over it. */
export const FileField = ({ id, label, accept, onChoose }: FileFieldProps) => (
  <label className="p-button p-file" data-look="plain" data-wide htmlFor={id}>
    <input
      id={id}
      type="file"
      accept={accept}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        target.value = ""; // the same file may be chosen again
        if (file) onChoose(file);
      }}
    />
    <Icon name="search" />
    <span>{label}</span>
  </label>
);
