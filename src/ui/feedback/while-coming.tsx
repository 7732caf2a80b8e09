import { type ReactNode, useState } from "react";
import { Notice } from "./notice.tsx";

type Props = {
  /** Whether what is searched is still coming in for the first time. */
  readonly isComing: boolean;
  readonly children: ReactNode;
};

/** Above what was found in a part of the records. Its place stays when they are all here: no row moves under the finger. */
export const WhileComing = ({ isComing, children }: Props) => {
  const [has, setHas] = useState(isComing);
  if (isComing && !has) setHas(true);
  return (
    has && (
      <div style={{ visibility: isComing ? "visible" : "hidden" }}>
        <Notice>{children}</Notice>
      </div>
    )
  );
};
