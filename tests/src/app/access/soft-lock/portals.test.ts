import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, root } from "../../../../invariants/modules.ts";

test("What a page shows stands among the screens, which leave the document behind a PIN; but for a printed sheet, which sees to it by itself", () => {
  const outside = filesIn("src", /\.tsx?$/).filter((path) =>
    /createPortal\(|document\.body\.(?:append|insert|prepend)/.test(readFileSync(join(root, path), "utf8")),
  );
  expect(outside.sort()).toEqual(["src/app/access/soft-lock/soft-lockable.tsx", "src/ui/print/print-button.tsx"]);
});
