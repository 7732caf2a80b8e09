import { Page } from "../../../../src/ui/page/page.tsx";
import { Section } from "../../../../src/ui/page/section.tsx";
import { BedGrid, BedLegend } from "../../../../src/ui/pictures/bed-grid.tsx";
import { SmallChart } from "../../../../src/ui/pictures/small-chart.tsx";
import { TripLine } from "../../../../src/ui/pictures/trip-line.tsx";
import { useSay } from "../use-say.ts";

/** Beds in every state, a few days as bars, a trip in the middle of its way. */
export const PictureScene = () => {
  const say = useSay();
  const stateWords = {
    free: say("free", "вільне"),
    woman: say("woman", "жінка"),
    man: say("man", "чоловік"),
    child: say("child", "дитина"),
    person: say("adult", "дорослий"),
    away: say("away, bed kept", "не тут, ліжко зберігається"),
    blocked: say("not in use", "не використовується"),
    doubtful: say("given twice", "надано двічі"),
  };
  const names = ["", "Марія", "Степан", "Єлизавета-Вікторія", "Саша", "Ганна", "", "Петро"];
  const states = Object.keys(stateWords) as (keyof typeof stateWords)[];
  const beds = states.map((state, place) => ({
    key: state,
    code: `12/${place + 1}`,
    state,
    name: names[place],
    lang: "uk",
    words: `${say("Bed", "Ліжко")} 12/${place + 1}: ${[names[place], stateWords[state]].filter(Boolean).join(", ")}`,
    ...(state === "free" && { onPress: () => undefined }),
    ...(names[place] && { href: `/people/${place}` }),
  }));
  const arrived = [0, 12, 48, 31, 7, 120, 19];
  return (
    <Page title={say("Pictures", "Картинки")}>
      <Section title={say("Room 12", "Кімната 12")}>
        <BedGrid label={say("Beds of room 12", "Ліжка кімнати 12")} beds={beds} />
        <BedLegend beds={beds} words={stateWords} />
      </Section>
      <Section title={say("Room 12 in the plan of the house", "Кімната 12 на плані будинку")}>
        <BedGrid label={say("Beds of room 12 in the plan", "Ліжка кімнати 12 на плані")} beds={beds} dense />
      </Section>
      <SmallChart
        title={say("Arrivals in the last 7 days", "Прибули за 7 днів")}
        columns={[say("Day", "День"), say("People", "Людей")]}
        points={arrived.map((value, place) => ({
          key: String(place),
          short: String(24 + place),
          label: `${24 + place}.11.2026`,
          value,
          text: String(value),
        }))}
      />
      <Section title={say("Stops", "Зупинки")}>
        <TripLine
          label={say("Stops", "Зупинки")}
          stops={[
            {
              key: "1",
              place: say("Medyka, pedestrian crossing", "Медика, піший перехід"),
              time: "30.11.2026, 20:00",
              note: say("left 20:12", "виїзд 20:12"),
              state: "left",
            },
            { key: "2", place: "Rzeszów", note: say("boarding", "посадка"), state: "here" },
            { key: "3", place: "Wrocław", time: "03:10", state: "ahead" },
          ]}
        />
      </Section>
    </Page>
  );
};
