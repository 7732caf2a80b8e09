import { openPageLock } from "./open-page-lock.ts";
import { PinForm } from "./pin-form.tsx";
import { PinOffer } from "./pin-offer.tsx";
import { PinSection } from "./pin-section.tsx";

/** What choosing and asking for a PIN needs. Fetched together: a phone on which a PIN can be chosen has the form that asks for it in memory. */
export const pinParts = { openPageLock, PinForm, PinOffer, PinSection } as const;

export type PinParts = typeof pinParts;
