import { createHmac, timingSafeEqual } from "node:crypto";

/** What a session cookie says; believed only after `isGenuine`. `time`: seconds since 1970 when it was given out. */
export type Session = { readonly name: string; readonly time: number; readonly mac: string };

const NAME = "AuthSession";

export const writeSession = (name: string, salt: string, secret: string, time: number): string => {
  const mac = macOf(name, salt, secret, time);
  return Buffer.from(`${name}:${time.toString(16).toUpperCase()}:${mac}`).toString("base64url");
};

/** The session in a Cookie header; undefined if there is none or it is rubbish. */
export const readSession = (cookies: string | undefined): Session | undefined => {
  const pair = cookies?.split(";").find((part) => part.trim().startsWith(`${NAME}=`));
  if (!pair) return undefined;
  const text = Buffer.from(pair.trim().slice(NAME.length + 1), "base64url").toString("utf8");
  const [, name, time, mac] = /^(.+):([0-9A-F]{1,12}):([0-9a-f]{64})$/s.exec(text) ?? [];
  return name === undefined || time === undefined || mac === undefined
    ? undefined
    : { name, time: Number.parseInt(time, 16), mac };
};

export const isGenuine = ({ name, time, mac }: Session, salt: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(name, salt, secret, time)));

const macOf = (name: string, salt: string, secret: string, time: number): string =>
  createHmac("sha256", secret + salt)
    .update(`${name}:${time.toString(16).toUpperCase()}`)
    .digest("hex");

export type CookieOptions = { readonly path: string; readonly seconds: number; readonly secure: boolean };

/** The Set-Cookie line; an empty value takes the cookie away. */
export const sessionCookie = (value: string, { path, seconds, secure }: CookieOptions): string => {
  const age = value === "" ? 0 : seconds;
  const expires = new Date(value === "" ? 0 : Date.now() + age * 1000).toUTCString();
  const attributes = [
    `Version=1`,
    `Path=${path}`,
    "HttpOnly",
    "SameSite=Strict",
    `Max-Age=${age}`,
    `Expires=${expires}`,
  ];
  return [`${NAME}=${value}`, ...attributes, ...(secure ? ["Secure"] : [])].join("; ");
};
