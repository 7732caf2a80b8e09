import { type ReactNode, useState } from "react";
import { numberInCard } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { signal } from "../../ui/feedback/signal.ts";
import type { CameraProblem } from "../../ui/scanner/camera.ts";
import { CameraView } from "../../ui/scanner/camera-view.tsx";
import type { Decoder } from "../../ui/scanner/decoder.ts";
import { NumberBox } from "./number-box.tsx";

export type ScannerProps = {
  readonly openDecoder: () => Decoder;
  /** `isSeen`: by the camera, which may have seen another card than the one that is meant. */
  readonly onNumber: (number: string, isSeen: boolean) => void;
  /** What is done with a number that is typed. */
  readonly word: string;
  /** Whose number it was: under the picture, which stays where it is, or under the field where there is none. */
  readonly answer?: ReactNode;
};

/** Takes a number from the camera or from the keyboard. A code that is not ours says so and opens nothing. */
export const Scanner = ({ openDecoder, onNumber, word, answer }: ScannerProps) => {
  const t = useT();
  const [problem, setProblem] = useState<CameraProblem>();
  const [isResting, setResting] = useState(false);
  const [wrong, setWrong] = useState<"notOurs" | "several">();
  const read = (texts: readonly string[]) => {
    const number = numberInCard(texts[0] ?? "");
    const problem = texts.length > 1 ? "several" : number === undefined ? "notOurs" : undefined;
    setWrong(problem);
    if (problem !== undefined || number === undefined) signal("ask");
    else onNumber(number, true);
  };
  return (
    <>
      {problem ? (
        <Notice kind="warning" title={t(`cards.scan.${problem === "none" ? "noCamera" : problem}`)} />
      ) : isResting ? (
        <Notice
          title={t("cards.scan.resting")}
          action={
            <Button icon="scan" onPress={() => setResting(false)}>
              {t("cards.scan.start")}
            </Button>
          }
        />
      ) : (
        <CameraView
          label={t("cards.scan.camera")}
          openDecoder={openDecoder}
          onTexts={read}
          onProblem={setProblem}
          onRest={() => setResting(true)}
          light={{ on: t("cards.scan.light"), off: t("cards.scan.lightOff") }}
        />
      )}
      {wrong && <Notice kind="warning" title={t(`cards.scan.${wrong}`)} />}
      {!wrong && !problem && answer}
      <NumberBox
        word={word}
        onNumber={(number) => {
          setWrong(undefined);
          onNumber(number, false);
        }}
      />
      {!wrong && problem && answer}
    </>
  );
};
