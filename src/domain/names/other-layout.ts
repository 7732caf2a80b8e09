/**
 * The text as it would stand there had the keyboard been switched: `Itdxtyrj` is `Шевченко`, `Лщцфдслн` is `Kowalczyk`. Several where one
 * key is another letter in Ukrainian and in Russian; none for a text with no letter of either alphabet.
 */
export const inOtherLayout = (text: string): readonly string[] => {
  const lower = text.toLowerCase();
  const switched = /[a-z]/.test(lower)
    ? [typedWith(lower, ukrainianKeys), typedWith(lower, russianKeys)]
    : /[\u0400-\u052f]/.test(lower)
      ? [typedWith(lower, latinKeys)]
      : [];
  return [...new Set(switched)];
};

const typedWith = (text: string, keys: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => keys.get(letter) ?? letter).join("");

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`’";
const ukrainian = "йцукенгшщзхїфівапролджєячсмитьбю'є";
const russian = "йцукенгшщзхъфывапролджэячсмитьбюёэ";

const keysFrom = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((key, place) => [key, to[place] ?? key]));

const ukrainianKeys = keysFrom(latin, ukrainian);
const russianKeys = keysFrom(latin, russian);
/** Only letters: a sign would break the word. */
const latinKeys = new Map(
  [...keysFrom(russian, latin), ...keysFrom(ukrainian, latin)].filter(([, key]) => /[a-z]/.test(key)),
);
