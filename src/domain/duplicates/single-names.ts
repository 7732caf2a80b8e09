import { givenNameForms } from "../names/given-names.ts";
import { nameKeys } from "../names/name-key.ts";

/**
 * Whether a word is known to be a given name. Two such names that are no forms of each other belong to two people, however alike they
 * are: Аліна and Аріна are twins, not a typing error.
 */
export const isGivenName = (word: string): boolean =>
  givenNameForms(word).length > 0 || nameKeys(word).some((key) => singleKeys.has(key));

/** Names with one form, which the table of forms has no row for; as spoken in both languages. From own knowledge, to be read by native readers. */
const singleNames = [
  "Лариса Марина Алла Інна Ніна Олеся Леся Жанна Злата Кіра Уляна Діана Еліна Аліна Аріна Карина Крістіна Христина Вероніка Таїсія Мілана",
  "Ангеліна Анжела Анжеліка Неля Соломія Мирослава Емілія Антоніна Ярослава Варвара Руслана Іванна Ельвіра Евеліна Зінаїда Стефанія Майя",
  "Євдокія Меланія Богдана Зоя Владислава Клавдія Лейла Параска Роксолана Аделіна Амелія Аделія Міра Мія Ніка Маріанна Мар’яна Регіна Ілона Рената",
  "Зорина Златослава Орися Орина Юліана Дзвенислава Мар’яна Нонна Римма Эмма Емма Белла Стелла Августа Агата Агнія Василина Владлена Даринка Дана",
  "Давид Денис Олег Мирон Остап Арсеній Арсен Єгор Вадим Захар Лев Тимур Руслан Ростислав Гліб Єлисей Борис Едуард Любомир Валентин Орест",
  "Платон Артур Герман Родіон Марат Мар’ян Всеволод Ігнат Устим Северин Юліан Адам Еміль Ян Карл Роберт Рустам Заур Ерік Леон Савелій",
  "Альберт Аркадій Богуслав Броніслав Веніамін Геннадій Гордій Давид Зиновій Ізяслав Ілларіон Казимир Климент Корній Лаврентій Макар Маркіян Митрофан Мстислав",
  "Назарій Нестор Никодим Омелян Онисим Панас Прохор Радим Самуїл Тихон Федот Хома Юхим Яромир Яромира Мечислав",
].flatMap((line) => line.split(" "));

const singleKeys: ReadonlySet<string> = new Set(singleNames.flatMap((name) => nameKeys(name)));
