import type { CardHolder } from "../../domain/cards/cards.ts";
import { keyOf } from "../../domain/model/new-id.ts";

export const scanHref = "/scan";
export const printHref = "/scan/print";
/** Where a card is attached to a record. */
export const attachHref = ({ kind, _id }: CardHolder): string => `/scan/for/${kind}/${keyOf(_id)}`;
/** The page of a person or a group in the arrivals. */
export const holderHref = ({ kind, _id }: CardHolder): string => `/arrivals/${kind}/${keyOf(_id)}`;
