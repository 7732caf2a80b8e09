import { Keys } from "../../ui/keys/keys.tsx";
import { KeysSwitch } from "../../ui/keys/keys-switch.tsx";
import { Panes } from "../../ui/panes/panes.tsx";

/** What only a laptop runs; fetched where there is room for it. */
export const laptop = { Keys, KeysSwitch, Panes };
