import { openPageLock } from "./open-page-lock.ts";
import { PinForm } from "./pin-form.tsx";
import { PinOffer } from "./pin-offer.tsx";
import { PinSection } from "./pin-section.tsx";

/** What choosing and asking for a PIN needs. Fetched together, so that whoever could choose one has what asks for it in memory. */
export const pinParts = { openPageLock, PinForm, PinOffer, PinSection } as const;

export type PinParts = typeof pinParts;
