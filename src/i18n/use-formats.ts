import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Formats, formatsFor } from "./formats.ts";

export const useFormats = (): Formats => {
  const { language } = useTranslation().i18n;
  return useMemo(() => formatsFor(language), [language]);
};
