import { AppFrame } from "../../../src/ui/page/app-frame.tsx";
import { AppHeader } from "../../../src/ui/page/app-header.tsx";
import { BottomBar } from "../../../src/ui/page/bottom-bar.tsx";
import { HeaderStatus } from "../../../src/ui/page/header-status.tsx";
import { LockButton } from "../../../src/ui/page/lock-button.tsx";
import { DialogScene } from "./scenes/dialog-scene.tsx";
import { ErrorScene } from "./scenes/error-scene.tsx";
import { FormScene } from "./scenes/form-scene.tsx";
import { ListScene } from "./scenes/list-scene.tsx";
import { LockScene } from "./scenes/lock-scene.tsx";
import { PictureScene } from "./scenes/picture-scene.tsx";
import { StateScene } from "./scenes/state-scene.tsx";
import { TableScene } from "./scenes/table-scene.tsx";
import { useSay } from "./use-say.ts";

export const scenes = {
  form: FormScene,
  error: ErrorScene,
  list: ListScene,
  state: StateScene,
  dialog: DialogScene,
  lock: LockScene,
  table: TableScene,
  picture: PictureScene,
} as const;

const isScene = (scene: string): scene is keyof typeof scenes => Object.hasOwn(scenes, scene);

export const Gallery = ({ scene }: { readonly scene: string }) => {
  const Scene = scenes[isScene(scene) ? scene : "form"];
  return (
    <AppFrame header={<Header locked={scene === "lock"} />} bar={scene === "lock" ? undefined : <Bar />}>
      <Scene />
    </AppFrame>
  );
};

const Header = ({ locked }: { readonly locked: boolean }) => {
  const say = useSay();
  if (locked) return <AppHeader title={say("Prystan", "Пристань")} />;
  return (
    <AppHeader
      title={say("Medyka, hall 2", "Медика, зала 2")}
      detail={say("Olena, volunteer", "Олена, волонтерка")}
      status={
        <HeaderStatus icon="unsent" href="/sync" count={3} tone="calm">
          {say("Not sent: 3 people", "Не надіслано: 3 людини")}
        </HeaderStatus>
      }
      lock={<LockButton onLock={() => {}} />}
    />
  );
};

const Bar = () => {
  const say = useSay();
  return (
    <BottomBar
      places={[
        { href: "/arrivals", label: say("Arrivals", "Прибуття"), icon: "enter", isCurrent: true },
        { href: "/roster", label: say("Beds", "Ліжка"), icon: "bed", isCurrent: false },
        { href: "/trips", label: say("Buses", "Автобуси"), icon: "bus", isCurrent: false },
        {
          href: "/settings",
          label: say("More", "Ще"),
          icon: "settings",
          isCurrent: false,
          calls: { count: 2, words: say("2 to settle", "2 питання") },
        },
      ]}
    />
  );
};
