import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Invariants take longest: begun first, they do not keep one worker busy when the other has nothing left to do. */
export class InvariantsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isInvariant = ({ moduleId }: TestSpecification) => moduleId.includes("/tests/invariants/");
    return [...sorted.filter(isInvariant), ...sorted.filter((file) => !isInvariant(file))];
  }
}
