import type { Frame } from "./decode/grey-image.ts";

/** Why there is no picture. */
export type CameraProblem = "none" | "denied" | "busy";

export const openCamera = async (): Promise<MediaStream | CameraProblem> => {
  const media = navigator.mediaDevices;
  if (!media?.getUserMedia) return "none";
  try {
    return await media.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    const { name } = error as DOMException;
    if (name === "NotAllowedError" || name === "SecurityError") return "denied";
    return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "busy";
  }
};

export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

type Torch = MediaTrackCapabilities & { readonly torch?: boolean };

/** Phones of some makers have a light beside the camera. */
export const hasLight = (stream: MediaStream): boolean => {
  const [track] = stream.getVideoTracks();
  return (track?.getCapabilities?.() as Torch | undefined)?.torch === true;
};

export const switchLight = async (stream: MediaStream, isOn: boolean): Promise<void> => {
  const [track] = stream.getVideoTracks();
  await track?.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] });
};

/** Longest side of a picture that is looked at; in the middle of a larger one a card is as sharp. */
const longest = 640;

/** What the video shows now; undefined before its first picture. */
export const takeFrame = (video: HTMLVideoElement, canvas: HTMLCanvasElement): Frame | undefined => {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const scale = Math.min(1, longest / Math.max(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};
