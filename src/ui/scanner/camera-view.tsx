import "./camera-view.css";
import { useEffect, useRef, useState } from "react";
import { Button } from "../actions/button.tsx";
import { type CameraProblem, closeCamera, hasLight, openCamera, switchLight, takeFrame } from "./camera.ts";
import type { Decoder } from "./decoder.ts";

export type CameraViewProps = {
  readonly label: string;
  readonly openDecoder: () => Decoder;
  /** Codes that were seen together: the same are told again only after others, or none for a while. */
  readonly onTexts: (texts: readonly string[]) => void;
  readonly onProblem: (problem: CameraProblem) => void;
  /** Nothing was seen for so long that the camera was closed. */
  readonly onRest: () => void;
  readonly light: { readonly on: string; readonly off: string };
};

/** Milliseconds without a code after which the camera rests: it takes a cold phone's battery. */
const untilRest = 30_000;
/** Milliseconds in which a code that stays before the camera is read once. */
const untilAgain = 3_000;

/** The picture of the camera, in which codes are looked for. It stops with the component, and when the page is hidden. */
export const CameraView = ({ label, openDecoder, onTexts, onProblem, onRest, light }: CameraViewProps) => {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onTexts, onProblem, onRest });
  told.current = { onTexts, onProblem, onRest };
  const [stream, setStream] = useState<MediaStream>();
  const [isLit, setLit] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the camera is opened once
  useEffect(() => {
    const decoder = openDecoder();
    const canvas = document.createElement("canvas");
    let isOpen = true;
    let opened: MediaStream | undefined;
    const rest = () => {
      if (document.visibilityState === "hidden") told.current.onRest();
    };
    const watch = async () => {
      const camera = await openCamera();
      if (typeof camera === "string") return isOpen && told.current.onProblem(camera);
      opened = camera;
      if (!isOpen) return closeCamera(camera);
      setStream(camera);
      let [seen, seenAt, lastAt] = ["", 0, performance.now()];
      while (isOpen) {
        await aPicture();
        const frame = isOpen && video.current ? takeFrame(video.current, canvas) : undefined;
        const texts = frame ? await decoder.decode(frame) : [];
        const text = texts.join(" ");
        const now = performance.now();
        if (isOpen && texts.length > 0) {
          lastAt = now;
          if (text !== seen || now - seenAt > untilAgain) told.current.onTexts(texts);
          [seen, seenAt] = [text, now];
        }
        if (isOpen && now - lastAt > untilRest) return told.current.onRest();
      }
    };
    void watch();
    document.addEventListener("visibilitychange", rest);
    return () => {
      isOpen = false;
      document.removeEventListener("visibilitychange", rest);
      decoder.close();
      if (opened) closeCamera(opened);
    };
  }, []);

  useEffect(() => {
    if (!video.current || !stream) return;
    video.current.srcObject = stream;
    void video.current.play().catch(() => {});
  }, [stream]);

  const toggleLight = async () => {
    if (!stream) return;
    await switchLight(stream, !isLit).then(
      () => setLit(!isLit),
      () => {},
    );
  };
  return (
    <>
      <div className="p-camera" data-test="camera">
        <video ref={video} className="p-camera__picture" aria-label={label} muted playsInline />
        <span className="p-camera__frame" aria-hidden />
      </div>
      {stream && hasLight(stream) && (
        <Button icon="sun" onPress={() => void toggleLight()}>
          {isLit ? light.off : light.on}
        </Button>
      )}
    </>
  );
};

const aPicture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
