import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { numberInSeries } from "../../../src/domain/numbers/number-series.ts";
import { cardText } from "../../../src/domain/numbers/short-code.ts";
import { type DiskPhone, openDiskPhone } from "../../support/browser/chromium.ts";
import { signIn } from "../../support/browser/steps/sign-in.ts";
import { aDocument } from "../../support/data/a-document.ts";
import { writeCameraFile } from "../../support/scanning/camera-file.ts";
import { cameraFrame } from "../../support/scanning/camera-frame.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";

const pictures = "tests/.output/cards";
const folder = mkdtempSync(join(tmpdir(), "prystan-camera-"));
const people = [1, 2, 3, 4, 5].map((place) => ({
  key: `01KAR000000000000000000C${place}A`,
  number: numberInSeries(77_123, place),
  givenName: ["Ада", "Богдана", "Віра", "Ганна", "Дарина"][place - 1],
}));
let server: TestServer;
let phone: DiskPhone;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  for (const { key, number, givenName } of people) {
    const content = { site: "medyka", sex: "f", givenName, familyName: "Скан", regNo: number, recordState: "quick" };
    const person = aDocument("person", key, content);
    const answer = await server.couch<object>(`site-medyka/${person._id}`, {
      method: "PUT",
      body: JSON.stringify(person),
    });
    expect(answer).toHaveProperty("ok", true);
  }
  const film = join(folder, "cards.y4m");
  writeCameraFile(
    film,
    people.map(({ number }, at) => cameraFrame(at + 1, cardText(number))),
  );
  phone = await openDiskPhone({
    baseURL: server.address,
    flags: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("Five cards before the camera, one after the other, turned, blurred and noisy: each names its person, offline", async () => {
  const { page, context } = phone;
  await signIn(page, "volunteer");
  await page.locator("[data-test=scan]").waitFor();
  await context.setOffline(true);
  await page.locator("[data-test=scan]").click();
  const answer = page.locator("[data-test=card-answer]");
  const seen = new Set<string>();
  while (seen.size < people.length) {
    const before = [...seen].at(-1);
    await page.waitForFunction((number) => {
      const shown = document.querySelector("[data-test=card-answer]");
      return shown !== null && shown.getAttribute("data-number") !== number;
    }, before);
    const number = (await answer.getAttribute("data-number")) ?? "";
    expect(await answer.innerText()).toContain(people.find((one) => one.number === number)?.givenName);
    seen.delete(number);
    seen.add(number);
  }
  await page.screenshot({ path: `${pictures}/camera.png` });
  expect(phone.complaints).toEqual([]);
});
