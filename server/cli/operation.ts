import type { OperatorClient } from "../couch-client.ts";
import type { Settings } from "../settings.ts";

/** What a command works with: the server's API as its administrator, and the data folder. */
export type Operation = {
  readonly couch: OperatorClient;
  readonly access: { readonly baseUrl: string; readonly user: string; readonly password: string };
  readonly settings: Settings;
  /** The server's own address where one runs on this data folder. */
  readonly server: string | undefined;
  readonly say: (line: string) => void;
};

export type Command = {
  readonly name: string;
  /** What follows the name, and what it does; one line for the list. */
  readonly takes: string;
  readonly does: string;
  readonly help: string;
  /** Whether the data folder has to be opened where no server runs on it. */
  readonly opens: (settings: Settings, words: readonly string[]) => boolean;
  /** Answers the exit code. */
  readonly run: (operation: Operation, words: readonly string[]) => Promise<number>;
};

export const always = (): boolean => true;
