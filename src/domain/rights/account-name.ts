/** What an account may be called: 2 to 41 small Latin letters, digits, dots, lines and dashes, a letter first. */
export const accountName = /^[a-z][a-z0-9._-]{1,40}$/;
