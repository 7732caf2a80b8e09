import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Laws take longest: begun first, they do not keep one worker busy when the other has nothing left to do. */
export class LawsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLaw = ({ moduleId }: TestSpecification) => moduleId.includes("/tests/laws/");
    return [...sorted.filter(isLaw), ...sorted.filter((file) => !isLaw(file))];
  }
}
