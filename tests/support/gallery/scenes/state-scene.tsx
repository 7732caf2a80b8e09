import { Button } from "../../../../src/ui/actions/button.tsx";
import { Badge } from "../../../../src/ui/display/badge.tsx";
import { Facts } from "../../../../src/ui/display/facts.tsx";
import { Icon } from "../../../../src/ui/display/icon.tsx";
import { type IconName, iconShapes } from "../../../../src/ui/display/icon-shapes.ts";
import { Empty } from "../../../../src/ui/feedback/empty.tsx";
import { Loading } from "../../../../src/ui/feedback/loading.tsx";
import { Notice } from "../../../../src/ui/feedback/notice.tsx";
import { ProgressBar } from "../../../../src/ui/feedback/progress-bar.tsx";
import { Card } from "../../../../src/ui/page/card.tsx";
import { Page } from "../../../../src/ui/page/page.tsx";
import { Row } from "../../../../src/ui/page/row.tsx";
import { Section } from "../../../../src/ui/page/section.tsx";
import { Stack } from "../../../../src/ui/page/stack.tsx";
import { useSay } from "../use-say.ts";

const iconNames = Object.keys(iconShapes) as IconName[];

export const StateScene = () => {
  const say = useSay();
  return (
    <Page title={say("States", "Стани")}>
      <Stack>
        <Notice>
          {say("You are working offline. Everything is kept here.", "Ви працюєте без мережі. Усе зберігається тут.")}
        </Notice>
        <Notice
          kind="warning"
          title={say("Two records look alike", "Два записи схожі")}
          action={<Button>{say("Compare", "Порівняти")}</Button>}
        >
          {say("Kovalenko Mariia is perhaps registered twice.", "Можливо, Коваленко Марію записано двічі.")}
        </Notice>
        <Notice kind="danger" title={say("Stop: a child without an adult", "Стоп: дитина без дорослого")}>
          {say(
            "Do not let the bus leave. Call the protection officer.",
            "Не відпускайте автобус. Покличте відповідальну особу.",
          )}
        </Notice>
        <Notice kind="success">{say("All 42 records have arrived.", "Усі 42 записи надійшли.")}</Notice>
      </Stack>
      <Section title={say("Buttons", "Кнопки")} beside={<Button look="quiet">{say("More", "Більше")}</Button>}>
        <Row>
          <Button look="primary">{say("Save", "Зберегти")}</Button>
          <Button icon="print">{say("Print", "Друк")}</Button>
          <Button look="danger" icon="trash">
            {say("Remove", "Прибрати")}
          </Button>
          <Button look="primary" busy>
            {say("Unlocking", "Розблоковуємо")}
          </Button>
        </Row>
        <Button look="primary" wide icon="scan">
          {say("Scan a card", "Сканувати картку")}
        </Button>
      </Section>
      <Row>
        <Badge icon="saved">{say("Saved here", "Збережено тут")}</Badge>
        <Badge icon="sent" tone="good">
          {say("Sent", "Надіслано")}
        </Badge>
        <Badge icon="info" tone="info">
          {say("Planned", "Заплановано")}
        </Badge>
        <Badge icon="warning" tone="warning">
          {say("Attention", "Увага")}
        </Badge>
        <Badge icon="alarm" tone="danger">
          {say("Refused", "Відхилено")}
        </Badge>
      </Row>
      <ProgressBar label={say("First download", "Перше завантаження")} value={1200} max={5000} />
      <Loading />
      <Card>
        <Facts
          facts={[
            { label: say("Name", "Ім’я"), value: "Марія Коваленко", lang: "uk" },
            { label: say("Room", "Кімната"), value: "12" },
          ]}
        />
      </Card>
      <Empty
        title={say("Nobody here yet", "Тут ще нікого немає")}
        action={<Button icon="plus">{say("Add", "Додати")}</Button>}
      >
        {say("Who arrives will appear here.", "Хто прибуде, з’явиться тут.")}
      </Empty>
      <Row>
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </Row>
    </Page>
  );
};
