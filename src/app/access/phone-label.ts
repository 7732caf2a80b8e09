/** What kind of phone this is, in the browser's own words: helps a lead to tell two phones apart, and names nobody. */
export const phoneLabel = ({ userAgent }: Pick<Navigator, "userAgent">): string => {
  const system = ["Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux"].find((one) => userAgent.includes(one));
  const browser = ["Firefox", "Edg", "Chrome", "Safari"].find((one) => userAgent.includes(one));
  return [system ?? "?", browser ?? "?"].join(" · ");
};
