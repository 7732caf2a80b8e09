import { useState } from "react";
import { Button } from "../../../../src/ui/actions/button.tsx";
import { LinkButton } from "../../../../src/ui/actions/link-button.tsx";
import { Badge } from "../../../../src/ui/display/badge.tsx";
import { ListRow } from "../../../../src/ui/display/list-row.tsx";
import { ListOrTable } from "../../../../src/ui/display/table/list-or-table.tsx";
import { Views } from "../../../../src/ui/display/table/views.tsx";
import { Keys } from "../../../../src/ui/keys/keys.tsx";
import { KeysSwitch } from "../../../../src/ui/keys/keys-switch.tsx";
import { Page } from "../../../../src/ui/page/page.tsx";
import { Panes } from "../../../../src/ui/panes/panes.tsx";
import { useSay } from "../use-say.ts";

type Someone = { readonly id: string; readonly name: string; readonly age: number };

const people: readonly Someone[] = [
  { id: "1", name: "Коваленко Марія", age: 34 },
  { id: "2", name: "Ковальчук Степан Олександрович", age: 71 },
  { id: "3", name: "Шевченко Ґалина", age: 8 },
];

/** A list and a page beside it, on a laptop: the one a table that leads somewhere, the other a table that is ticked. */
export const TableScene = () => {
  const say = useSay();
  return (
    <>
      <Keys onNew={() => undefined} />
      <Panes
        at="/people"
        path="/people/2"
        list={
          <Page title={say("People", "Люди")} action={<LinkButton href="/new">{say("Add", "Додати")}</LinkButton>}>
            <People />
          </Page>
        }
        detail={
          <Page
            title="Ковальчук Степан"
            back="/people"
            lede={say("man, 71 years", "чоловік, 71 рік")}
            action={<Button look="primary">{say("Give a bed", "Надати ліжко")}</Button>}
          >
            <Family />
            <KeysSwitch />
          </Page>
        }
      />
    </>
  );
};

const People = () => {
  const say = useSay();
  const columns = useColumns();
  const [view, setView] = useState<"all" | "here">("all");
  return (
    <>
      <Views
        label={say("What to show", "Що показати")}
        value={view}
        onChange={setView}
        views={[
          { value: "all", label: say("All: 3", "Усі: 3") },
          { value: "here", label: say("Here: 2", "Тут: 2") },
        ]}
      />
      <ListOrTable
        label={say("People", "Люди")}
        rows={people}
        row={({ id, name }) => <ListRow key={id} href={`/people/${id}`} title={name} lang="uk" />}
        table={() => ({
          name: "people",
          keyOf: ({ id }) => id,
          test: "person",
          hrefOf: ({ id }) => `/people/${id}`,
          langOf: () => "uk",
          columns,
        })}
      />
    </>
  );
};

const useColumns = () => {
  const say = useSay();
  return [
    {
      key: "name",
      title: say("Name", "Ім’я"),
      width: "name" as const,
      cell: ({ name }: Someone) => name,
      order: ({ name }: Someone) => name,
    },
    {
      key: "age",
      title: say("Age", "Вік"),
      width: "short" as const,
      cell: ({ age }: Someone) => age,
      order: ({ age }: Someone) => age,
    },
    {
      key: "marks",
      title: say("Marks", "Позначки"),
      width: "marks" as const,
      cell: ({ age }: Someone) =>
        age < 18 && (
          <Badge icon="child" tone="info">
            {say("Child", "Дитина")}
          </Badge>
        ),
    },
  ];
};

const Family = () => {
  const say = useSay();
  const columns = useColumns();
  const [ticked, setTicked] = useState(["1"]);
  const tick = ({ id }: Someone) =>
    setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  return (
    <ListOrTable
      label={say("Family", "Родина")}
      rows={people}
      row={({ id, name }) => <ListRow key={id} title={name} />}
      table={() => ({
        name: "family",
        columns,
        keyOf: ({ id }) => id,
        test: "passenger",
        groupOf: ({ age }) => String(age < 18),
        isPressed: ({ id }) => ticked.includes(id),
        onPress: tick,
      })}
    />
  );
};
