import { useState } from "react";
import { LinkButton } from "../../../../src/ui/actions/link-button.tsx";
import { Badge } from "../../../../src/ui/display/badge.tsx";
import { BigCount } from "../../../../src/ui/display/big-count.tsx";
import { List } from "../../../../src/ui/display/list.tsx";
import { ListRow } from "../../../../src/ui/display/list-row.tsx";
import { SearchBox } from "../../../../src/ui/fields/text/search-box.tsx";
import { Snackbar } from "../../../../src/ui/overlays/snackbar.tsx";
import { Page } from "../../../../src/ui/page/page.tsx";
import { Row } from "../../../../src/ui/page/row.tsx";
import { Section } from "../../../../src/ui/page/section.tsx";
import { useSay } from "../use-say.ts";

export const ListScene = () => {
  const say = useSay();
  const [query, setQuery] = useState("Кова");
  const [done, setDone] = useState<string>();
  const [aboard, setAboard] = useState(true);
  return (
    <Page
      title={say("Who is inside", "Хто всередині")}
      action={
        <LinkButton look="primary" icon="plus" href="/arrivals/new">
          {say("Add people", "Додати людей")}
        </LinkButton>
      }
    >
      <Row even>
        <BigCount
          test="count-inside"
          value={148}
          label={say("inside", "всередині")}
          detail={say("of 180 beds", "зі 180 ліжок")}
        />
        <BigCount test="count-away" value={12} label={say("out", "надворі")} />
      </Row>
      <SearchBox id="search" label={say("Find a person", "Знайти особу")} value={query} onChange={setQuery} />
      <Section title={say("Found", "Знайдено")}>
        <List label={say("People found", "Знайдені люди")}>
          <ListRow
            href="/people/1"
            title="Коваленко Марія"
            lang="uk"
            detail={say("Kovalenko Mariia, 34, room 2", "Kovalenko Mariia, 34 роки, кімната 2")}
            badges={
              <>
                <Badge icon="saved">{say("Saved here", "Збережено тут")}</Badge>
                <Badge icon="child" tone="info">
                  {say("With child", "З дитиною")}
                </Badge>
              </>
            }
          />
          <ListRow
            href="/people/2"
            title="Ковальчук Степан Олександрович"
            lang="uk"
            detail={say("Kovalchuk Stepan, 71", "Kovalchuk Stepan, 71 рік")}
            badges={
              <>
                <Badge icon="sent" tone="good">
                  {say("Sent", "Надіслано")}
                </Badge>
                <Badge icon="warning" tone="warning">
                  {say("Needs attention", "Потребує уваги")}
                </Badge>
              </>
            }
          />
          <ListRow onPress={() => undefined} icon="bed" title={say("Room 12", "Кімната 12")} end="4 / 6" />
        </List>
      </Section>
      <Section title={say("On the bus", "В автобусі")}>
        <List label={say("Passengers", "Пасажири")}>
          <ListRow
            onPress={() => {
              setAboard(!aboard);
              setDone(say("Galyna is on board.", "Ґалина на борту."));
            }}
            pressed={aboard}
            title="Шевченко Ґалина"
            lang="uk"
            end={say("Seat 4", "Місце 4")}
          />
          <ListRow
            onPress={() => undefined}
            pressed={false}
            title="Wiśniewska Łucja"
            lang="pl"
            end={say("Seat 5", "Місце 5")}
          />
          <ListRow title={say("Driver: Adam", "Водій: Адам")} icon="person" />
        </List>
      </Section>
      <Snackbar message={done} onUndo={() => setAboard(false)} onClose={() => setDone(undefined)} />
    </Page>
  );
};
