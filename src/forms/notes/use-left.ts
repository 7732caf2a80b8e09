import { useEffect, useState } from "react";

/** What stood in the box `id` when it was left last, or at first: what is still being typed is not wrong yet. */
export const useLeft = (id: string, text: string): string => {
  const [left, setLeft] = useState(text);
  useEffect(() => {
    const box = document.getElementById(id);
    const onBlur = () => box instanceof HTMLInputElement && setLeft(box.value);
    box?.addEventListener("blur", onBlur);
    return () => box?.removeEventListener("blur", onBlur);
  }, [id]);
  return left;
};
