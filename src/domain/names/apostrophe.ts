/** Every sign that people type for the Ukrainian apostrophe, as the inside of a character class. */
const signs = "'’ʼ‘`´ʹ′";
const innerApostrophe = new RegExp(`(\\p{L}\\p{M}*)[${signs}]+(?=\\p{L})`, "gu");
const anyApostrophe = new RegExp(`[${signs}]`, "gu");

/** U+2019 for whatever was typed as an apostrophe between two letters. Source: domain reference 11.2. */
export const withOneApostrophe = (text: string): string => text.replace(innerApostrophe, "$1’");

export const withoutInnerApostrophes = (text: string): string => text.replace(innerApostrophe, "$1");

export const withoutApostrophes = (text: string): string => text.replace(anyApostrophe, "");
