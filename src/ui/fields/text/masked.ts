import "./masked.css";

/**
 * For a field whose content is not to be read over a shoulder or stored by a browser: masked by style, for browsers offer to keep what stands in a field of
 * type `password`. Those that cannot mask by style have that type all the same.
 */
export const masked = (isShown = false) => {
  const byStyle = CSS.supports("-webkit-text-security", "disc");
  return {
    ...ignored,
    className: isShown || !byStyle ? "p-input" : "p-input p-masked",
    type: isShown || byStyle ? "text" : "password",
    autoCapitalize: "none",
    autoComplete: "off",
    autoCorrect: "off",
    spellCheck: false,
  } as const;
};

/** What password managers of others read. */
const ignored = { "data-1p-ignore": "", "data-lpignore": "true", "data-bwignore": "", "data-form-type": "other" };
