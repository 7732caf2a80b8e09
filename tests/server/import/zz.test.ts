import { test } from "vitest";
import { planDemo } from "../../../server/demo/plan-demo.ts";
import fs from "node:fs";
import { planImport } from "../../../server/import/plan-import.ts";
import { describeImportError } from "../../../server/import/import-error.ts";
test("all", () => {
  const files = ["sites","people-5000","groups","stays","trips"].map((n) => ({ name: n+".json", text: fs.readFileSync(`/work/shared/samples/${n}.json`,"utf8") })); const d = planDemo("2026-11-24"); if(!d.ok) console.log(d.error.slice(0,20).map(describeImportError).join("\n")); else for (const x of d.value.databases) { const by:any={}; for (const y of x.documents) by[y.kind]=(by[y.kind]??0)+1; console.log("DEMO", x.name, JSON.stringify(by)); }
  for (const o of [{ today: "2026-11-22" }, { today: "2026-11-24", shiftDays: 2 }, { today: "2026-11-22", site: "medyka" }]) {
  const t=performance.now();
  const plan = planImport(files, o);
  console.log(performance.now()-t);
  if (!plan.ok) { const by:any={}; for (const e of plan.error) by[e.type]=(by[e.type]??0)+1; console.log(by); console.log(plan.error.slice(0,25).map(describeImportError).join("\n")); }
  else { for (const d of plan.value.databases) { const by:any={}; for (const x of d.documents) by[x.kind]=(by[x.kind]??0)+1; console.log(d.name, JSON.stringify(by)); } console.log(plan.value.leftOut); console.log(JSON.stringify(plan.value.databases.flatMap(d=>d.documents).filter((d,i,a)=>a.findIndex(x=>x.kind===d.kind)===i),null,0)); }
  }
});
